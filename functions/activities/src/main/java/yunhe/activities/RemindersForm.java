package yunhe.activities;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.FieldError.Code;
import yunhe.web.Fields;

/** When people are reminded: {@code P1D} is a calendar day in the venue's zone, {@code PT24H} is 24 hours. */
final class RemindersForm {

    static final int COUNT_MAX = 10;
    private static final int DAYS_MAX = 90;

    private RemindersForm() {}

    static List<TemporalAmount> parse(Fields fields, List<String> texts) {
        var reminders = new ArrayList<TemporalAmount>();
        for (int i = 0; i < texts.size(); i++) {
            var field = "reminders[" + i + "]";
            amount(texts.get(i))
                    .filter(amount -> !reminders.contains(amount))
                    .ifPresentOrElse(reminders::add, () -> fields.refuse(field, Code.FORMAT));
        }
        return List.copyOf(reminders);
    }

    private static Optional<TemporalAmount> amount(String iso) {
        try {
            return iso.contains("T") ? duration(Duration.parse(iso)) : period(Period.parse(iso));
        } catch (DateTimeException noDuration) {
            return Optional.empty();
        }
    }

    private static Optional<TemporalAmount> duration(Duration duration) {
        return duration.compareTo(Duration.ofMinutes(1)) >= 0 && duration.compareTo(Duration.ofDays(DAYS_MAX)) <= 0
                ? Optional.of(duration)
                : Optional.empty();
    }

    @SuppressWarnings("JavaPeriodGetDays") // There are no months besides.
    private static Optional<TemporalAmount> period(Period period) {
        long days = LocalDate.EPOCH.plus(period).toEpochDay();
        return days >= 1 && days <= DAYS_MAX ? Optional.of(period) : Optional.empty();
    }
}

package yunhe.local.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import yunhe.testkit.template.TemplateException;

/**
 * The six fields of the scheduler's cron expressions, in UTC: minutes, hours, day of month, month, day of week, year.
 */
final class Cron implements Rhythm {
    private static final int DAYS_AHEAD_MAX = 4 * 366;
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final List<BitSet> fields;

    private Cron(List<BitSet> fields) {
        this.fields = fields;
    }

    static Cron parse(String expression) {
        String[] parts = expression.strip().split("\\s+", -1);
        if (parts.length != 6) {
            throw new TemplateException("cron needs six fields: " + expression);
        }
        List<BitSet> fields = new ArrayList<>();
        fields.add(field(parts[0], 0, 59));
        fields.add(field(parts[1], 0, 23));
        fields.add(field(parts[2], 1, 31));
        fields.add(field(named(parts[3], MONTHS), 1, 12));
        fields.add(field(named(parts[4], WEEKDAYS), 1, 7));
        fields.add(field(parts[5], 1970, 2199));
        return new Cron(fields);
    }

    @Override
    public Instant after(Instant last) {
        LocalDateTime from = LocalDateTime.ofInstant(last, ZoneOffset.UTC)
                .withSecond(0)
                .withNano(0)
                .plusMinutes(1);
        LocalDate day = from.toLocalDate();
        for (int ahead = 0; ahead < DAYS_AHEAD_MAX; ahead++) {
            LocalDate candidate = day.plusDays(ahead);
            if (!runsOn(candidate)) {
                continue;
            }
            int start = ahead == 0 ? from.getHour() * 60 + from.getMinute() : 0;
            for (int minute = start; minute < 24 * 60; minute++) {
                if (fields.get(1).get(minute / 60) && fields.get(0).get(minute % 60)) {
                    return candidate.atTime(minute / 60, minute % 60).toInstant(ZoneOffset.UTC);
                }
            }
        }
        return Instant.MAX;
    }

    private boolean runsOn(LocalDate day) {
        return fields.get(2).get(day.getDayOfMonth())
                && fields.get(3).get(day.getMonthValue())
                && fields.get(4).get(day.getDayOfWeek().getValue() % 7 + 1)
                && fields.get(5).get(day.getYear());
    }

    private static String named(String field, List<String> names) {
        String numbers = field.toUpperCase(Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            numbers = numbers.replace(names.get(i), String.valueOf(i + 1));
        }
        return numbers;
    }

    private static BitSet field(String text, int least, int most) {
        BitSet values = new BitSet();
        try {
            for (String part : text.split(",", -1)) {
                String[] stepped = part.split("/", -1);
                int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
                String[] ends = stepped[0].split("-", -1);
                boolean all = stepped[0].equals("*") || stepped[0].equals("?");
                int from = all ? least : Integer.parseInt(ends[0]);
                int single = stepped.length > 1 ? most : from;
                int to = all ? most : ends.length > 1 ? Integer.parseInt(ends[1]) : single;
                for (int value = from; value <= to; value += step) {
                    values.set(value);
                }
            }
        } catch (NumberFormatException unknown) {
            throw new TemplateException("cron field is not known here: " + text, unknown);
        }
        return values;
    }
}

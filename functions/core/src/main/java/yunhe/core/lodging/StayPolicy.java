package yunhe.core.lodging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Waitlist;

/**
 * A station's own numbers. Changing them never touches a stay that is there already.
 *
 * @param maxNightsPerYear in a calendar year, over all stays of one guest in whatever station
 * @param minDaysBetweenStays from one stay's departure to the next one's arrival
 * @param bookAheadDays the last day of arrival, counted from today
 * @param reviewFor how long an application holds its nights
 * @param proofs kinds of proof that an application has to bring
 */
public record StayPolicy(
        int maxNightsPerStay,
        int maxNightsPerYear,
        int minDaysBetweenStays,
        int bookAheadDays,
        Approval approval,
        Duration reviewFor,
        Optional<Integer> graduatedWithinYears,
        Optional<Integer> maxAge,
        Duration cancelBefore,
        Waitlist waitlist,
        boolean requireDocument,
        List<String> proofs) {

    public Entitlement entitlement() {
        return new Entitlement(maxNightsPerYear, minDaysBetweenStays);
    }

    /** Seven days and six nights, once a year, for graduates of the last two years. */
    public static final StayPolicy DEFAULT = new StayPolicy(
            6,
            6,
            0,
            30,
            Approval.AUTOMATIC,
            Duration.ofHours(24),
            Optional.of(2),
            Optional.empty(),
            Duration.ofHours(24),
            Waitlist.DEFAULT,
            false,
            List.of());
}

package yunhe.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Group;
import yunhe.core.activity.Kind;
import yunhe.core.activity.Question;
import yunhe.core.activity.Times;
import yunhe.core.activity.Waitlist;
import yunhe.core.shared.Bilingual;

/** The one hot gathering of a benchmark: a week ahead, open, with one group and one question. */
final class Gathering {

    static final String GROUP = "women";

    private Gathering() {}

    static ActivityDetails details(Clock clock, int places, int waitlist) {
        var start = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(7));
        var diet = new Question(
                "diet",
                Question.Type.CHOICE,
                new Bilingual("饮食", "Diet"),
                true,
                List.of("none", "vegetarian"),
                Map.of(),
                Question.Limits.NONE);
        return new ActivityDetails(
                Optional.of(Kind.MIXER),
                new ActivityDetails.Headline(new Bilingual("示例联谊", "Sample mixer"), Optional.empty(), Optional.empty()),
                new Times(
                        ZoneId.of("Asia/Shanghai"),
                        start,
                        start.plus(Duration.ofHours(3)),
                        Optional.empty(),
                        start,
                        start),
                new ActivityDetails.Admission(
                        Approval.AUTOMATIC,
                        List.of(new Group(GROUP, new Bilingual("女", "Women"), places, Optional.empty())),
                        new Waitlist(waitlist, Waitlist.Promotion.AUTOMATIC, Duration.ofHours(4)),
                        Eligibility.ANYONE),
                List.of(diet),
                List.of());
    }

    /** The same as the organiser posts it. */
    static String json(Clock clock, int places, int waitlist) {
        var times = details(clock, places, waitlist).times();
        return """
            {"kind":"mixer","title":{"zh":"示例联谊","en":"Sample mixer"},"startsAt":"%s","endsAt":"%s",
             "groups":[{"id":"%s","title":{"zh":"女","en":"Women"},"capacity":%d}],
             "waitlist":{"capacity":%d,"promotion":"automatic"},
             "questions":[{"id":"diet","type":"choice","label":{"zh":"饮食","en":"Diet"},
                           "options":["none","vegetarian"],"required":true}]}\
            """.formatted(times.startsAt(), times.endsAt(), GROUP, places, waitlist);
    }
}

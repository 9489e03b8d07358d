package yunhe.notifications;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.Applicant;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.person.Person;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.testkit.Samples;

/** A station by the canal, and three nights in a week. */
public final class StaySamples {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate ARRIVE = LocalDate.ofInstant(Samples.START, ZONE);
    public static final Nights THREE_NIGHTS = new Nights(ARRIVE, ARRIVE.plusDays(3));
    public static final RoomType SINGLE =
            new RoomType("single", new Bilingual("单人间", "Single room"), 20, RoomType.For.ANY);

    private StaySamples() {}

    public static StationDetails station(int rooms, StayPolicy policy) {
        return new StationDetails(
                new Bilingual("青荷驿站 · 运河站", "Qinghe Station by the Canal"),
                "拱墅区小河路 88 号",
                ZONE,
                LocalTime.of(14, 0),
                LocalTime.of(12, 0),
                LocalTime.of(22, 0),
                List.of(
                        new RoomType(SINGLE.code(), SINGLE.title(), rooms, SINGLE.guests()),
                        new RoomType("double", new Bilingual("双人间", "Double room"), rooms, RoomType.For.ANY)),
                policy,
                List.of());
    }

    /** For whoever wants a room, twice a year. */
    public static StayPolicy policy(Approval approval, Waitlist.Promotion promotion) {
        var usual = StayPolicy.DEFAULT;
        return new StayPolicy(
                usual.maxNightsPerStay(),
                12,
                usual.minDaysBetweenStays(),
                usual.bookAheadDays(),
                approval,
                usual.reviewFor(),
                Optional.empty(),
                usual.maxAge(),
                usual.cancelBefore(),
                new Waitlist(5, promotion, Duration.ofMinutes(240)),
                usual.requireDocument(),
                usual.proofs());
    }

    public static Applicant applicant(Person person, Language language) {
        return new Applicant(
                person,
                Optional.empty(),
                Optional.empty(),
                new ArrayList<>(Samples.PERSON_KEYS.of("lodging", person)),
                Optional.empty(),
                List.of(),
                language);
    }
}

package yunhe.pages;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Group;
import yunhe.core.activity.History;
import yunhe.core.activity.Kind;
import yunhe.core.activity.LinePlace;
import yunhe.core.activity.Question;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Status;
import yunhe.core.activity.Times;
import yunhe.core.activity.Venue;
import yunhe.core.activity.Waitlist;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationDetails;
import yunhe.core.lodging.StationId;
import yunhe.core.lodging.StayPolicy;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKeys;
import yunhe.core.person.Phone;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;

/** Activities and registrations to look at. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final String BASE_URL = "https://yunhe.example.org";
    static final Group WOMEN = new Group("women", new Bilingual("女生", "Women"), 30, Optional.empty());
    static final Group MEN = new Group("men", new Bilingual("男生", "Men"), 30, Optional.empty());

    private Samples() {}

    static Environment environment() {
        return environment(Map.of());
    }

    static Environment environment(Map<String, String> more) {
        var variables = new HashMap<>(Map.of(
                "ACTIVITIES_TABLE", "activities",
                "RETENTION_DAYS", "180",
                "SMS_CHANNEL", "sns",
                "IDENTITY_SECRET", "i".repeat(64),
                "SIGNING_SECRET_1", "a".repeat(64),
                "SIGNING_SECRET_2", "b".repeat(64),
                "SIGNING_KEY", "1"));
        variables.putAll(more);
        return new Environment(variables, Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));
    }

    static Activity mixer() {
        return activity(
                1,
                Kind.MIXER,
                new Bilingual("运河南端遇见您", "Meet at the South End"),
                "2026-12-05T06:00:00Z",
                Duration.ofHours(3));
    }

    static List<Activity> several() {
        return List.of(
                mixer(),
                activity(
                        2,
                        Kind.SALON,
                        new Bilingual("低空经济产业沙龙：从试飞场到供应链", "Low-altitude flight: from test field to supply chain"),
                        "2026-12-08T06:30:00Z",
                        Duration.ofHours(2)),
                activity(
                        3,
                        Kind.CITY_WALK,
                        new Bilingual("桥西漫步：拱宸桥与老仓库", "City walk: the old bridge and its warehouses"),
                        "2026-12-12T01:00:00Z",
                        Duration.ofHours(4)),
                activity(
                        4,
                        Kind.CONFERENCE,
                        new Bilingual("国际青年人才大会", "International Young Talent Conference"),
                        "2026-12-19T01:00:00Z",
                        Duration.ofHours(32)));
    }

    static Activity activity(long number, Kind kind, Bilingual title, String startsAt, Duration length) {
        var starts = Instant.parse(startsAt);
        var zone = ZoneId.of("Asia/Shanghai");
        return new Activity(
                ActivityId.fresh(ActivityType.GATHERING, new Random(number)),
                Activity.Phase.PUBLISHED,
                new ActivityDetails(
                        Optional.of(kind),
                        new ActivityDetails.Headline(
                                title,
                                Optional.of(new Bilingual(
                                        "一个下午，六轮小桌，每轮都遇见新的人。\n茶点由运河边的小馆准备，晴天会在露台上。",
                                        "One afternoon, six rounds of small tables, new faces in every"
                                                + " round.\n"
                                                + "Tea and snacks come from the café by the water; on the terrace"
                                                + " if it is sunny.")),
                                Optional.of(new Venue("运河文化艺术中心 三层露台", "拱墅区台州路 2 号"))),
                        new Times(
                                zone,
                                starts,
                                starts.plus(length),
                                Optional.of(Instant.parse("2026-11-20T02:00:00Z")),
                                starts.minus(Duration.ofDays(1)),
                                starts.minus(Duration.ofHours(12))),
                        new ActivityDetails.Admission(
                                Approval.AUTOMATIC,
                                List.of(WOMEN, MEN),
                                Waitlist.DEFAULT,
                                new Eligibility(Optional.of(18), Optional.of(35))),
                        questions(),
                        ActivityDetails.REMINDERS_DEFAULT),
                Optional.empty(),
                Activity.Edits.NONE,
                3);
    }

    static List<Question> questions() {
        return List.of(
                question("diet", Question.Type.CHOICE, "饮食", "Diet", true, List.of("none", "vegetarian")),
                question("topics", Question.Type.CHOICES, "感兴趣的话题", "Topics", false, List.of("ai", "film", "run")),
                question("hello", Question.Type.TEXT, "自我介绍", "About you", false, List.of()),
                new Question(
                        "years",
                        Question.Type.NUMBER,
                        new Bilingual("工作年限", "Years at work"),
                        false,
                        List.of(),
                        Map.of(),
                        new Question.Limits(20, Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.valueOf(40)))),
                question("first", Question.Type.YESNO, "第一次参加吗", "Is it your first time", true, List.of()),
                question("since", Question.Type.DATE, "来到本市的日期", "In this city since", false, List.of()),
                question("urgent", Question.Type.PHONE, "紧急联系电话", "Emergency number", false, List.of()),
                question("work", Question.Type.EMAIL, "工作邮箱", "Work e-mail", false, List.of()));
    }

    static Station station() {
        return new Station(
                StationId.parse("stn_AAAAAAAAAAE").orElseThrow(),
                new StationDetails(
                        new Bilingual("青荷驿站·运河店", "Canal Station"),
                        "拱墅区小河路 88 号",
                        ZoneId.of("Asia/Shanghai"),
                        LocalTime.of(14, 0),
                        LocalTime.of(12, 0),
                        LocalTime.of(22, 0),
                        List.of(
                                new RoomType("single", new Bilingual("单人间", "Single room"), 20, RoomType.For.ANY),
                                new RoomType(
                                        "bed-women", new Bilingual("女生床位", "Bed for women"), 12, RoomType.For.WOMEN),
                                new RoomType("bed-men", new Bilingual("男生床位", "Bed for men"), 8, RoomType.For.MEN)),
                        StayPolicy.DEFAULT,
                        List.of()),
                1,
                6,
                NOW);
    }

    private static Question question(
            String id, Question.Type type, String zh, String en, boolean required, List<String> options) {
        var labels = Map.of(
                "none", new Bilingual("无要求", "No preference"),
                "vegetarian", new Bilingual("素食", "Vegetarian"),
                "ai", new Bilingual("人工智能", "AI"),
                "film", new Bilingual("电影", "Film"),
                "run", new Bilingual("跑步", "Running"));
        return new Question(id, type, new Bilingual(zh, en), required, options, labels, Question.Limits.NONE);
    }

    static Activity with(Activity activity, Activity.Phase phase, Optional<Bilingual> reason) {
        return new Activity(activity.id(), phase, activity.details(), reason, activity.edits(), activity.version() + 1);
    }

    static Activity opening(Activity activity, Instant opensAt, Instant closesAt) {
        var times = activity.times();
        return withTimes(
                activity,
                new Times(
                        times.zone(),
                        times.startsAt(),
                        times.endsAt(),
                        Optional.of(opensAt),
                        closesAt,
                        times.cancelUntil()));
    }

    static Activity withTimes(Activity activity, Times times) {
        var details = activity.details();
        return new Activity(
                activity.id(),
                activity.phase(),
                new ActivityDetails(
                        details.kind(),
                        details.headline(),
                        times,
                        details.admission(),
                        details.questions(),
                        details.reminders()),
                activity.cancelReason(),
                activity.edits(),
                activity.version());
    }

    /** With a review, and places of the line offered. */
    static Activity choosy(Activity activity, Approval approval, Waitlist.Promotion promotion) {
        var details = activity.details();
        var admission = details.admission();
        return new Activity(
                activity.id(),
                activity.phase(),
                new ActivityDetails(
                        details.kind(),
                        details.headline(),
                        details.times(),
                        new ActivityDetails.Admission(
                                approval,
                                admission.groups(),
                                new Waitlist(50, promotion, Duration.ofHours(4)),
                                admission.eligibility()),
                        details.questions(),
                        details.reminders()),
                activity.cancelReason(),
                activity.edits(),
                activity.version());
    }

    static Registration with(Registration registration, UnaryOperator<History> change) {
        return registration.moved(
                registration.status(), change.apply(registration.history()), registration.linePlace());
    }

    static List<Seats> seats(int freeForWomen, int freeForMen, int waiting) {
        return List.of(
                new Seats("women", 30, 30 - freeForWomen, 50, freeForWomen > 0 ? 0 : waiting),
                new Seats("men", 30, 30 - freeForMen, 50, freeForMen > 0 ? 0 : waiting));
    }

    static Registration registration(Activity activity, Status status) {
        return registration(activity, status, "han@example.com");
    }

    static Registration registration(Activity activity, Status status, String email) {
        var phone = new Phone("+86138%08d".formatted(email.hashCode() & 0xFFFFFF));
        var person = new Person(
                "韩梅梅",
                Optional.of(new Email(email)),
                Optional.of(phone),
                Optional.of(LocalDate.parse("1998-03-01")),
                Optional.of("运河科技"));
        var keys =
                new PersonKeys(Secrets.identity(environment())).of(activity.id().value(), person);
        return new Registration(
                new RegistrationId(activity.id(), keys.getFirst(), 1),
                "women",
                status,
                person,
                keys,
                Map.of(
                        "diet",
                        "vegetarian",
                        "topics",
                        List.of("ai", "film"),
                        "years",
                        new BigDecimal("5"),
                        "first",
                        true,
                        "hello",
                        "喜欢跑步"),
                Optional.empty(),
                Language.ZH,
                new Registration.Origin(
                        NOW, "2026-11", Optional.empty(), Map.of(), "w " + email, NOW.plus(Duration.ofDays(200))),
                status == Status.WAITLISTED ? Optional.of(LinePlace.at(NOW, new Random(1))) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                History.fresh(Optional.empty(), 1),
                1);
    }
}

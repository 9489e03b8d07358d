package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Group;
import yunhe.core.activity.History;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Status;
import yunhe.core.activity.Times;
import yunhe.core.activity.Venue;
import yunhe.core.activity.Waitlist;
import yunhe.core.person.Email;
import yunhe.core.person.Person;
import yunhe.core.person.PersonKeys;
import yunhe.core.person.Phone;
import yunhe.core.profile.Catalogue;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;
import yunhe.core.profile.RoadshowGroups;
import yunhe.core.roadshow.Slot;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;

/** A roadshow to look at, and who takes part in it. */
final class RoadshowSamples {

    /** What no page may show to anyone else. */
    static final String NAME = "示例联系人";

    static final long SEEKING = 87_650_000;
    static final long TICKET_MIN = 1_230_000;
    static final long TICKET_MAX = 98_760_000;
    static final String DECK = "https://slides.example.com/deck";

    private static final int PLACES = 20;
    private static final Instant START = Instant.parse("2026-12-10T05:30:00Z");
    private static final List<String> PROJECTS = List.of(
            "示例智能 Sample Intelligence",
            "示例智造 Sample Robotics",
            "示例城市 Sample City Data",
            "示例生物 Sample Biotech",
            "示例材料 Sample Materials",
            "示例数艺 Sample Digital Arts",
            "示例飞行 Sample Flight",
            "示例跨境 Sample Trade");
    private static final List<String> FUNDS = List.of(
            "样例天使基金 Example Angels",
            "样例种子资本 Example Seed Capital",
            "样例成长投资 Example Growth",
            "样例产业基金 Example Industry Fund",
            "样例运河资本 Example Canal Capital");

    private RoadshowSamples() {}

    static Activity roadshow() {
        return roadshow(RoadshowGroups.IDS);
    }

    static Activity roadshow(List<String> groups) {
        return new Activity(
                ActivityId.fresh(ActivityType.ROADSHOW, new Random(21)),
                Activity.Phase.PUBLISHED,
                new ActivityDetails(
                        Optional.empty(),
                        new ActivityDetails.Headline(
                                new Bilingual("示例：人工智能与生命健康融资路演", "Sample roadshow: AI and life health"),
                                Optional.of(new Bilingual(
                                        "上午路演，下午一对一对接。每场洽谈十五分钟，日程提前公布。",
                                        "Pitches in the morning, one-to-one meetings of fifteen minutes in the"
                                                + " afternoon. The timetable is published beforehand.")),
                                Optional.of(new Venue("示例会议中心 Sample Hall", "示例路 1 号 1 Sample Road"))),
                        new Times(
                                Samples.mixer().times().zone(),
                                START,
                                START.plus(Duration.ofHours(4)),
                                Optional.empty(),
                                START.minus(Duration.ofDays(3)),
                                START.minus(Duration.ofDays(1))),
                        new ActivityDetails.Admission(
                                Approval.AUTOMATIC,
                                groups.stream().map(RoadshowSamples::group).toList(),
                                Waitlist.DEFAULT,
                                Eligibility.ANYONE),
                        List.of(),
                        ActivityDetails.REMINDERS_DEFAULT),
                Optional.empty(),
                Activity.Edits.NONE,
                3);
    }

    private static Group group(String id) {
        boolean listens = id.equals(RoadshowGroups.AUDIENCE);
        return new Group(
                id, RoadshowGroups.title(id), PLACES, listens ? Optional.empty() : Optional.of(Approval.REVIEW));
    }

    /** Eight places are left for projects, none for investors, who may wait, and all for the audience. */
    static List<Seats> seats() {
        return List.of(
                new Seats("project", PLACES, 12, 50, 0),
                new Seats("investor", PLACES, PLACES, 50, 3),
                new Seats("audience", PLACES, 0, 50, 0));
    }

    static Profile project(int number) {
        var stages = Catalogue.STAGES.codes();
        return new Profile.Project(
                sectors(number),
                Optional.of(stages.get(number % stages.size())),
                Optional.of(SEEKING),
                Optional.of(new Bilingual(
                        "示例简介 " + number + "：为工厂和医院提供看得懂图像的小型设备，已有三家试点客户，正在寻找渠道与量产资金。",
                        "Sample pitch " + number + ": small devices that understand pictures, for factories and"
                                + " hospitals. Three pilot customers; looking for channels and funds for"
                                + " production.")),
                Optional.of(DECK));
    }

    static Profile investor(int number) {
        var stages = Catalogue.STAGES.codes();
        int from = number % (stages.size() - 1);
        return new Profile.Investor(
                sectors(number),
                stages.subList(from, Math.min(stages.size(), from + 3)),
                Optional.of(TICKET_MIN),
                Optional.of(TICKET_MAX),
                6);
    }

    private static List<String> sectors(int number) {
        var all = Catalogue.SECTORS.codes();
        return number % 2 == 0
                ? List.of(all.get(number % all.size()))
                : List.of(all.get(number % all.size()), all.get((number + 3) % all.size()));
    }

    /** Number 0 and upward, each somebody else. */
    static Registration participant(Activity roadshow, Side side, int number, Status status) {
        var names = side == Side.PROJECT ? PROJECTS : FUNDS;
        var profile = side == Side.PROJECT ? project(number) : investor(number);
        var organisation = "%s %02d".formatted(names.get(number % names.size()), number + 1);
        return registration(roadshow, side.group(), number, status, Optional.of(organisation), Optional.of(profile));
    }

    static Registration listener(Activity roadshow, int number) {
        return registration(
                roadshow, RoadshowGroups.AUDIENCE, number, Status.CONFIRMED, Optional.empty(), Optional.empty());
    }

    private static Registration registration(
            Activity roadshow,
            String group,
            int number,
            Status status,
            Optional<String> organisation,
            Optional<Profile> profile) {
        var person = new Person(
                NAME + number,
                Optional.of(new Email(group + number + "@example.com")),
                Optional.of(new Phone("+861380000%04d".formatted(number))),
                Optional.empty(),
                organisation);
        var keys = new PersonKeys(Secrets.identity(Samples.environment()))
                .of(roadshow.id().value(), person);
        return new Registration(
                new RegistrationId(roadshow.id(), keys.getFirst(), 1),
                group,
                status,
                person,
                keys,
                Map.of(),
                profile,
                Language.ZH,
                new Registration.Origin(
                        Samples.NOW,
                        "2026-11",
                        Optional.empty(),
                        Map.of(),
                        "w " + group + number,
                        Samples.NOW.plus(Duration.ofDays(200))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                History.fresh(Optional.empty(), 1),
                1);
    }

    static List<Registration> participants(Activity roadshow, Side side, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> participant(roadshow, side, number, Status.CONFIRMED))
                .toList();
    }

    /** Six meetings of a project, the last on the next day. */
    static OwnMeetings sixMeetings() {
        var appointments = new ArrayList<OwnMeetings.Appointment>();
        for (int i = 0; i < 6; i++) {
            var from = START.plus(Duration.ofMinutes(20L * i)).plus(Duration.ofDays(i / 5));
            appointments.add(new OwnMeetings.Appointment(
                    new Slot(from, from.plus(Duration.ofMinutes(15))),
                    i * 3 % 10,
                    "%s %02d".formatted(FUNDS.get(i % FUNDS.size()), i + 1)));
        }
        return new OwnMeetings.Published(appointments);
    }
}

package yunhe.notifications.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import yunhe.core.activity.Group;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Times;
import yunhe.core.activity.Venue;
import yunhe.core.notice.NoticeKind;
import yunhe.core.roadshow.Meeting;
import yunhe.core.roadshow.MeetingRules;
import yunhe.core.roadshow.Pair;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.PublishedTimetable.Entry;
import yunhe.core.roadshow.Setting;
import yunhe.core.roadshow.Slot;
import yunhe.core.roadshow.TimetableId;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;
import yunhe.testkit.Samples;

/** One project's meetings at a roadshow, and what is told about them. */
final class ToldOfMeetings extends Told {

    private static final Duration LENGTH = Duration.ofMinutes(15);

    /** As long as an hour goes, and as many on a second day. */
    private static final int SLOTS_PER_DAY = 8;

    private static final List<Bilingual> INVESTORS = List.of(
            new Bilingual("示例资本", "Sample Capital"),
            new Bilingual("样本创投管理（杭州）合伙企业（有限合伙）", "Sample Ventures Management (Hangzhou) Limited Partnership"),
            new Bilingual("示例产业基金", "Sample Industry Fund"),
            new Bilingual("样本天使会", "Sample Angels"),
            new Bilingual("示例银行科创部", "Sample Bank, Science and Innovation"),
            new Bilingual("样本家族办公室", "Beispiel Beteiligungsgesellschaft"));

    private final ToldOfActivity at;
    private final Language language;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, String> otherNames = new HashMap<>();
    private int known;

    private ToldOfMeetings(Language language) {
        this.language = language;
        this.at = ToldOfActivity.of(NoticeKind.MEETINGS_PUBLISHED, language)
                .forGroups(
                        new Bilingual("运河之春融资路演（示例）", "Canal Spring Roadshow (sample)"),
                        new Group("project", new Bilingual("项目方", "Projects"), 30, Optional.empty()),
                        new Group("investor", new Bilingual("投资人", "Investors"), 30, Optional.empty()));
    }

    /** With two meetings, of which one is new and another one is gone. */
    static ToldOfMeetings of(Language language) {
        return new ToldOfMeetings(language)
                .meets(0, 0, 3, 1)
                .meets(1, 1, 0, 2)
                .met(2, 2, 1, 2)
                .knows(1);
    }

    static ToldOfMeetings nothingOf(Language language) {
        return new ToldOfMeetings(language);
    }

    /**
     * @param slot counts from 0, as all others
     * @param since the revision with which the meeting came
     */
    ToldOfMeetings meets(int slot, int investor, int table, int since) {
        entries.add(new Entry(meeting(slot, investor, table), since, false));
        return this;
    }

    /** What no longer takes place since then. */
    ToldOfMeetings met(int slot, int investor, int table, int since) {
        entries.add(new Entry(meeting(slot, investor, table), since, true));
        return this;
    }

    /** The revision that was told before. */
    ToldOfMeetings knows(int revision) {
        this.known = revision;
        return this;
    }

    ToldOfMeetings at(Instant now) {
        at.at(now);
        return this;
    }

    ToldOfMeetings during(Times times) {
        at.during(times);
        return this;
    }

    /** Also the investors. */
    @Override
    ToldOfMeetings to(String name) {
        at.to(name);
        IntStream.range(0, INVESTORS.size()).forEach(investor -> otherNames.put(investor, name));
        return this;
    }

    /** As for one who is gone from the store. */
    ToldOfMeetings withoutNameOf(int investor) {
        otherNames.put(investor, "");
        return this;
    }

    @Override
    ToldOfMeetings about(String title) {
        at.about(title);
        return this;
    }

    @Override
    ToldOfMeetings in(Venue venue) {
        at.in(venue);
        return this;
    }

    @Override
    ToldOfMeetings because(Optional<Bilingual> reason) {
        return this;
    }

    @Override
    MeetingsOccasion occasion() {
        var names = new HashMap<RegistrationId, String>();
        for (int investor = 0; investor < INVESTORS.size(); investor++) {
            var name = otherNames.getOrDefault(investor, INVESTORS.get(investor).in(language));
            if (!name.isEmpty()) {
                names.put(investor(investor), name);
            }
        }
        var own = at.occasion().registration().id();
        int revision = entries.stream().mapToInt(Entry::since).max().orElse(1);
        var timetable = new PublishedTimetable(
                own.activity(),
                TimetableId.fresh(NOW, RandomGenerator.getDefault()),
                NOW,
                setting(),
                entries,
                Map.of(own, 1),
                revision);
        return new MeetingsOccasion(at.occasion(), timetable, names, known);
    }

    private Setting setting() {
        var first = at.occasion().activity().times().startsAt().plus(Duration.ofHours(1));
        var slots = IntStream.range(0, 2 * SLOTS_PER_DAY)
                .mapToObj(slot -> first.plus(Duration.ofDays(slot / SLOTS_PER_DAY))
                        .plus(LENGTH.multipliedBy(slot % SLOTS_PER_DAY)))
                .map(starts -> new Slot(starts, starts.plus(LENGTH)))
                .toList();
        return new Setting(slots, new MeetingRules(slots.size(), 20, 6, 0), Set.of(), Set.of());
    }

    private Meeting meeting(int slot, int investor, int table) {
        return new Meeting(slot, table, new Pair(at.occasion().registration().id(), investor(investor)), 50);
    }

    private RegistrationId investor(int number) {
        var roadshow = at.occasion().activity().id();
        var key = Samples.PERSON_KEYS
                .of(roadshow.value(), Samples.withEmail(number))
                .getFirst();
        return new RegistrationId(roadshow, key, 1);
    }
}

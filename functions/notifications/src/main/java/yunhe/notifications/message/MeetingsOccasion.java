package yunhe.notifications.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.core.notice.Notice;
import yunhe.core.person.Person;
import yunhe.core.roadshow.PublishedTimetable;
import yunhe.core.roadshow.PublishedTimetable.Entry;
import yunhe.core.shared.Language;

/**
 * What is told about someone's meetings at a roadshow.
 *
 * @param organisations of those across the table
 * @param known the timetable's revision that the person was told of before; 0 for none
 */
public record MeetingsOccasion(
        ActivityOccasion at, PublishedTimetable timetable, Map<RegistrationId, String> organisations, int known)
        implements Occasion {

    @Override
    public Notice notice() {
        return at.notice();
    }

    @Override
    public Instant now() {
        return at.now();
    }

    @Override
    public Person person() {
        return at.person();
    }

    @Override
    public Language language() {
        return at.language();
    }

    @Override
    public String title() {
        return at.title();
    }

    @Override
    public Situation situation() {
        return entries().stream().anyMatch(this::isNews) ? Situation.MEETINGS_CHANGED : Situation.PLAIN;
    }

    @Override
    public Optional<String> reason() {
        return Optional.empty();
    }

    /** That came before, and comes again with reminders. */
    @Override
    public boolean hasTicket() {
        return false;
    }

    /** A calendar file comes with it, which invites to nothing. */
    @Override
    public boolean hasInvitation() {
        return false;
    }

    @Override
    public boolean invited() {
        return false;
    }

    RegistrationId own() {
        return at.registration().id();
    }

    /** In the order of time: what takes place, and what the person thinks does. */
    List<Entry> shown() {
        return entries().stream()
                .filter(entry -> !entry.withdrawn() || isNews(entry))
                .toList();
    }

    /** Whether the person was told otherwise. To someone who knows nothing yet, nothing has changed. */
    boolean isNews(Entry entry) {
        return known > 0 && entry.since() > known;
    }

    /** Empty for someone who is gone from the store, or has named none. */
    Optional<String> organisation(Entry entry) {
        return Optional.ofNullable(organisations.get(entry.meeting().pair().other(own())));
    }

    /** What no longer takes place is nothing to file for someone who never knew of it. */
    boolean hasFile() {
        return !shown().isEmpty();
    }

    private List<Entry> entries() {
        return timetable.entriesOf(own());
    }
}

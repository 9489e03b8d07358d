package yunhe.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Availability;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Venue;
import yunhe.core.shared.Language;

/** An activity in a few lines, as the list and the head of its pages show it. */
record Summary(
        String path,
        String title,
        Optional<String> kind,
        Optional<String> about,
        Optional<Venue> venue,
        When when,
        Activity activity,
        Availability state,
        String badge) {
    static Summary of(Activity activity, List<Seats> seats, Instant now, Language language) {
        var texts = PageTexts.in(language);
        var headline = activity.details().headline();
        var state = Availability.of(activity, seats, now);
        return new Summary(
                activity.id().pagePath(),
                headline.title().in(language),
                kind(activity, texts),
                headline.summary().map(text -> text.in(language)),
                headline.venue(),
                new When(language, activity.times().zone()),
                activity,
                state,
                badge(state, seats, texts));
    }

    /** What sort of gathering it is; a roadshow is a sort by itself. */
    private static Optional<String> kind(Activity activity, PageTexts texts) {
        return switch (activity.id().type()) {
            case GATHERING -> activity.details().kind().map(kind -> texts.of("kind.", kind));
            case ROADSHOW -> Optional.of(texts.get("kind.roadshow"));
        };
    }

    private static String badge(Availability state, List<Seats> seats, PageTexts texts) {
        return state == Availability.OPEN
                ? texts.count(
                        "group.free", seats.stream().mapToLong(Seats::free).sum())
                : texts.of("badge.", state);
    }

    Tone tone() {
        return Tone.of(state);
    }

    String days() {
        return when.days(activity.times());
    }

    String hours() {
        return when.hours(activity.times());
    }

    Optional<String> zoneNote() {
        return when.zoneNote(activity.times());
    }
}

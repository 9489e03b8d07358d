package yunhe.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Activity.Phase;
import yunhe.core.activity.Venue;

/** The organiser's first page: every roadshow, and the way to what belongs to it. */
public final class ConsolePage {

    static final String PATH = "/console";

    private ConsolePage() {}

    public static String render(ConsoleView view) {
        var texts = PageTexts.in(view.language());
        var coming = view.roadshows().stream().filter(it -> !it.isOver(view.now()));
        var over = view.roadshows().stream()
                .filter(it -> it.isOver(view.now()))
                .sorted(Comparator.comparing((Activity it) -> it.times().startsAt())
                        .reversed());
        var model = new Model(
                Frame.of(view.language(), texts.get("console.title"), PATH),
                view.staff(),
                coming.map(it -> Card.of(it, view, texts)).toList(),
                over.map(it -> Card.of(it, view, texts)).toList(),
                view.next().map(cursor -> PATH + "?cursor=" + cursor));
        return Templates.render((output, interceptor) -> JteconsoleGenerated.render(output, interceptor, model));
    }

    /** Where the pages of a roadshow begin. */
    static String path(String roadshow) {
        return PATH + "/roadshows/" + roadshow;
    }

    /**
     * What the template is given.
     *
     * @param coming the next one first
     * @param over the last one first
     */
    record Model(Frame frame, String staff, List<Card> coming, List<Card> over, Optional<String> more) {}

    /** Where a roadshow is in its life, to who makes it. */
    enum State {
        DRAFT(Tone.WAIT),
        NOT_OPEN(Tone.WAIT),
        OPEN(Tone.GOOD),
        CLOSED(Tone.CALM),
        OVER(Tone.CALM),
        CANCELLED(Tone.BAD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        static State of(Activity roadshow, ConsoleView view) {
            if (roadshow.phase() == Phase.DRAFT) {
                return DRAFT;
            }
            return switch (roadshow.gate(view.now())) {
                case CANCELLED -> CANCELLED;
                case NOT_OPEN -> NOT_OPEN;
                case OPEN -> OPEN;
                case CLOSED -> roadshow.isOver(view.now()) ? OVER : CLOSED;
            };
        }
    }

    /** A roadshow in a few lines. */
    record Card(Activity roadshow, String title, When when, State state, String badge, List<Link> links) {

        static Card of(Activity roadshow, ConsoleView view, PageTexts texts) {
            var state = State.of(roadshow, view);
            return new Card(
                    roadshow,
                    roadshow.details().headline().title().in(view.language()),
                    new When(view.language(), roadshow.times().zone()),
                    state,
                    texts.of("console.state.", state),
                    links(roadshow, texts));
        }

        /** A draft has nobody to meet yet, and no page that anybody sees. */
        private static List<Link> links(Activity roadshow, PageTexts texts) {
            var path = path(roadshow.id().value());
            var seen = new Link("/r/" + roadshow.id(), texts.get("console.public"));
            return switch (roadshow.phase()) {
                case DRAFT -> List.of();
                case CANCELLED -> List.of(seen);
                case PUBLISHED ->
                    List.of(
                            new Link(path + "/timetable", texts.get("timetable.title")),
                            new Link(path + "/pitches", texts.get("pitches.title")),
                            seen);
            };
        }

        String tone() {
            return state.tone.css();
        }

        String days() {
            return when.days(roadshow.times());
        }

        String hours() {
            return when.hours(roadshow.times());
        }

        Optional<String> zoneNote() {
            return when.zoneNote(roadshow.times());
        }

        Optional<String> venue() {
            return roadshow.details().headline().venue().map(Venue::name);
        }
    }

    /** One of a roadshow's pages. */
    record Link(String path, String label) {}
}

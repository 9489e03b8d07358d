package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programme;

/**
 * The large part of the hall's page: who is on, or what is waited for.
 *
 * @param size how large the title may be, for a style
 */
record HallStage(
        String label,
        Optional<String> times,
        String title,
        String size,
        Optional<String> tags,
        Optional<String> text,
        Optional<Progress> progress) {

    /** A Chinese character is as wide as about two Latin letters. */
    private static final double LATIN_WIDTH = 0.55;

    private static final int FIRST_WIDE = 0x2E80;
    private static final int HUGE_MAX = 18;
    private static final int LARGE_MAX = 36;

    static HallStage of(Programme programme, Instant now, PitchWords words) {
        var on = programme.on(now);
        if (on.isPresent()) {
            return on(on.get(), now, words);
        }
        var texts = words.texts();
        if (programme.pitches().isEmpty()) {
            return plain(texts.get("hall.pitches"), texts.get("hall.none"), Optional.empty());
        }
        var next = programme.after(now).stream().findFirst().map(Pitch::startsAt);
        if (next.isEmpty()) {
            return plain(texts.get("hall.over.label"), texts.get("hall.over"), Optional.empty());
        }
        var time = words.time(next.get());
        if (next.get().equals(programme.pitches().getFirst().startsAt())) {
            return plain(texts.get("hall.pitches"), texts.get("hall.before", time), words.dayUnless(now, next.get()));
        }
        return plain(texts.get("hall.break.label"), texts.get("hall.break", time), words.dayUnless(now, next.get()));
    }

    private static HallStage on(Pitch pitch, Instant now, PitchWords words) {
        var passed = Duration.between(pitch.startsAt(), now);
        return new HallStage(
                words.texts().get("hall.on"),
                Optional.of(words.times(pitch)),
                pitch.organisation(),
                size(pitch.organisation()),
                Optional.of(words.tags(pitch)).filter(tags -> !tags.isEmpty()),
                words.about(pitch),
                Optional.of(new Progress(passed.toSeconds(), pitch.length().toSeconds())));
    }

    private static HallStage plain(String label, String title, Optional<String> text) {
        return new HallStage(label, Optional.empty(), title, size(title), Optional.empty(), text, Optional.empty());
    }

    private static String size(String title) {
        double width = title.codePoints()
                .mapToDouble(c -> c < FIRST_WIDE ? LATIN_WIDTH : 1)
                .sum();
        return width <= HUGE_MAX ? "huge" : width <= LARGE_MAX ? "large" : "long";
    }

    /** Seconds. */
    record Progress(long passed, long of) {}
}

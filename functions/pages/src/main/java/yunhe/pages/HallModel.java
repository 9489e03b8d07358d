package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programme;
import yunhe.core.shared.Language;

/**
 * What the hall's template is given.
 *
 * @param refresh seconds until the page asks for itself again
 * @param queue who comes next; when nobody does any more, who was there
 * @param more how many of the queue a screen that nobody scrolls leaves out
 */
record HallModel(
        Frame frame,
        int refresh,
        String place,
        String clock,
        HallStage stage,
        String queueTitle,
        List<Item> queue,
        Optional<String> more) {

    /** A change of the order is seen after as long. */
    static final Duration REFRESH_MAX = Duration.ofSeconds(15);

    /** Nobody waits for what comes after the last. */
    static final Duration REFRESH_WHEN_OVER = Duration.ofMinutes(1);

    /** So many fit on a screen without scrolling. */
    static final int QUEUE_SHOWN = 7;

    static HallModel of(Programme programme, Instant now, Language language) {
        var texts = PageTexts.in(language);
        var when = new When(language, programme.zone());
        var words = new PitchWords(texts, when, programme.zone());
        boolean isOver = programme.after(now).isEmpty() && programme.on(now).isEmpty();
        var queue = isOver ? programme.pitches() : programme.after(now);
        int hidden = queue.size() - QUEUE_SHOWN;
        return new HallModel(
                // Wherever it is served, the other language is at the same address.
                new Frame(texts, programme.title().in(language), Optional.of("")),
                refresh(programme, now, isOver),
                place(programme, when),
                when.time(now.atZone(programme.zone())),
                HallStage.of(programme, now, words),
                texts.get(isOver ? "hall.was" : "hall.next"),
                IntStream.range(0, queue.size())
                        .mapToObj(i -> Item.of(queue.get(i), i, isOver, words))
                        .toList(),
                hidden > 0 ? Optional.of(texts.count("hall.more", hidden)) : Optional.empty());
    }

    private static String place(Programme programme, When when) {
        var parts = new ArrayList<String>();
        programme.venue().ifPresent(venue -> parts.add(venue.name()));
        when.zoneNote(programme.startsAt()).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    /** When a pitch or a minute ends, rounded up, so that what is shown then has changed. */
    private static int refresh(Programme programme, Instant now, boolean isOver) {
        if (isOver) {
            return (int) REFRESH_WHEN_OVER.toSeconds();
        }
        var minute = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        var changes = programme.pitches().stream().flatMap(pitch -> Stream.of(pitch.startsAt(), pitch.endsAt()));
        return Stream.concat(changes, Stream.of(minute, now.plus(REFRESH_MAX)))
                .filter(change -> change.isAfter(now))
                .map(change -> Duration.between(now, change))
                .min(Duration::compareTo)
                .map(wait -> Math.toIntExact(Math.ceilDiv(wait.toMillis(), 1000)))
                .map(seconds -> Math.max(1, seconds))
                .orElseThrow();
    }

    /**
     * A line of the queue.
     *
     * @param css whether it is next, and whether a screen has no room for it
     */
    record Item(String time, String name, String tags, String css) {

        static Item of(Pitch pitch, int place, boolean isOver, PitchWords words) {
            return new Item(
                    words.time(pitch.startsAt()),
                    pitch.organisation(),
                    words.tags(pitch),
                    place == 0 && !isOver ? "next" : place < QUEUE_SHOWN ? "later" : "later beyond");
        }
    }
}

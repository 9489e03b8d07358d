package yunhe.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;

/**
 * What is to be said of the nights that somebody has chosen.
 *
 * @param text whether they are free, or which of them are not
 * @param mayWait whether waiting for them could help
 * @param alternatives what could be had instead, when they are not free
 */
record NightsWords(String count, boolean free, String text, boolean mayWait, List<Other> alternatives) {

    /** An alternative, in words and as the page with it chosen. */
    record Other(Alternative nights, String text, String link) {
        static Other of(Alternative alternative, Choice choice, PageTexts texts, When when) {
            var nights = alternative.nights();
            boolean sameNights = choice.nights().filter(nights::equals).isPresent();
            return new Other(
                    alternative,
                    sameNights
                            ? texts.get("alternative.room", RoomWords.title(alternative.room(), texts))
                            : words(nights, texts, when),
                    Choice.of(choice.station(), alternative.room(), nights).path());
        }

        static String words(Nights nights, PageTexts texts, When when) {
            return texts.get(
                    "alternative.nights",
                    when.day(nights.arrive()),
                    texts.count("length.nights", nights.count()),
                    when.day(nights.depart()));
        }
    }

    static NightsWords of(
            Choice choice,
            Nights nights,
            Availability availability,
            Bookable bookable,
            Optional<RoomType.Gender> gender,
            PageTexts texts,
            When when) {
        var room = choice.room();
        var count = texts.count("length.nights", nights.count());
        var taken = availability.full(room.code(), nights);
        if (taken.isEmpty()) {
            return new NightsWords(count, true, texts.count("nights.free", nights.count()), false, List.of());
        }
        Predicate<LocalDate> closed = night -> availability.details().places(room.code(), night) == 0;
        var sentences = new ArrayList<String>();
        sentence(
                sentences, "nights.full", taken.stream().filter(closed.negate()).toList(), texts, when);
        sentence(sentences, "nights.closed", taken.stream().filter(closed).toList(), texts, when);
        return new NightsWords(
                count,
                false,
                String.join(texts.get("sentence.separator"), sentences),
                taken.stream().noneMatch(closed),
                Alternative.to(nights, room, availability, bookable, gender).stream()
                        .map(it -> Other.of(it, choice, texts, when))
                        .toList());
    }

    private static void sentence(
            List<String> sentences, String key, List<LocalDate> nights, PageTexts texts, When when) {
        if (!nights.isEmpty()) {
            var list = nights.stream().map(when::day).collect(Collectors.joining(texts.get("list.separator")));
            sentences.add(texts.get(key, list));
        }
    }
}

package yunhe.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yunhe.core.profile.Catalogue;
import yunhe.core.roadshow.Pitch;

/** A pitch in words: its time in the venue's zone, its sectors and stage, what it is about. */
record PitchWords(PageTexts texts, When when, ZoneId zone) {

    String time(Instant at) {
        return when.time(at.atZone(zone));
    }

    /** {@code 14:00–14:08}. */
    String times(Pitch pitch) {
        return time(pitch.startsAt()) + "–" + time(pitch.endsAt());
    }

    /** {@code 人工智能、智慧城市 · 天使轮}, as far as they are known. */
    String tags(Pitch pitch) {
        var language = texts.language();
        var sectors = pitch.sectors().stream()
                .map(code -> Catalogue.SECTORS.label(code, language))
                .collect(Collectors.joining(texts.get("hall.comma")));
        var stage = pitch.stage().map(code -> Catalogue.STAGES.label(code, language));
        return Stream.concat(Stream.of(sectors), stage.stream())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The day of a moment that is not today. */
    Optional<String> dayUnless(Instant now, Instant at) {
        var day = at.atZone(zone).toLocalDate();
        return day.equals(now.atZone(zone).toLocalDate()) ? Optional.empty() : Optional.of(when.day(day));
    }

    Optional<String> about(Pitch pitch) {
        return pitch.pitch().map(text -> text.in(texts.language()));
    }
}

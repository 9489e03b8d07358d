package yunhe.roadshow.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import yunhe.core.profile.Catalogue;
import yunhe.core.roadshow.Pitch;
import yunhe.core.roadshow.Programme;
import yunhe.core.shared.Language;
import yunhe.core.shared.Texts;

/** What the page says, in one language. */
record Words(Programme programme, Language language) {

    private static final Texts TEXTS = new Texts(Words.class, "programme");
    private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    static final String BETWEEN = " · ";

    String heading() {
        return TEXTS.get(language, "heading");
    }

    String title() {
        return programme.title().in(language);
    }

    /** {@code 2026年12月5日 星期六 · 14:00–16:40}, from the first pitch to the end of the last. */
    String when() {
        var first =
                programme.pitches().stream().map(Pitch::startsAt).findFirst().orElse(programme.startsAt());
        var day = format(first, TEXTS.get(language, "day")) + BETWEEN;
        return programme.pitches().isEmpty() ? day + time(first) : day + time(first) + "–" + time(programme.endsAt());
    }

    /** The venue's name and address, as far as they are known. */
    List<String> where() {
        var lines = new ArrayList<String>();
        programme.venue().ifPresent(venue -> {
            lines.add(venue.name());
            lines.add(venue.address());
        });
        lines.removeIf(String::isBlank);
        return lines;
    }

    /** Whose clock the times are of; in Chinese it goes without saying that it is China's. */
    String zone() {
        var zone = programme.zone();
        return language == Language.ZH && zone.equals(HOME)
                ? ""
                : zone.getDisplayName(TextStyle.FULL, language.locale()) + " (" + format(programme.startsAt(), "O")
                        + ")";
    }

    String time(Instant at) {
        return format(at, "HH:mm");
    }

    String minutes(Pitch pitch) {
        return TEXTS.get(language, "minutes", pitch.length().toMinutes());
    }

    String sectors(Pitch pitch) {
        return pitch.sectors().stream()
                .map(code -> Catalogue.SECTORS.label(code, language))
                .collect(Collectors.joining(TEXTS.get(language, "comma")));
    }

    String stage(Pitch pitch) {
        return pitch.stage().map(code -> Catalogue.STAGES.label(code, language)).orElse("");
    }

    String about(Pitch pitch) {
        return pitch.pitch().map(text -> text.in(language)).orElse("");
    }

    String count() {
        int count = programme.pitches().size();
        return TEXTS.get(language, count == 1 ? "count.one" : "count.other", count);
    }

    String left(int count) {
        return TEXTS.get(language, "left", count);
    }

    private String format(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(at.atZone(programme.zone()));
    }
}

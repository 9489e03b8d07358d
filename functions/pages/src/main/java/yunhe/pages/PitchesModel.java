package yunhe.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yunhe.pages.PitchesView.Pitch;

/**
 * What the template of the running order is given.
 *
 * @param rows those that pitch in their order, then the others
 */
record PitchesModel(Frame frame, PitchesView view, Field minutes, List<Row> rows, When when) {

    static PitchesModel of(PitchesView view) {
        var texts = PageTexts.in(view.language());
        var when = new When(view.language(), view.show().zone());
        var typed = view.form().typed().getOrDefault("minutes", List.of(Integer.toString(view.minutes())));
        var minutes = new Fields(texts, view.form())
                .field("minutes", true, Field.Line.of("number").inputMode("numeric"))
                .withValues(typed);
        return new PitchesModel(
                Frame.of(
                        view.language(),
                        texts.get(
                                "console.page",
                                texts.get("pitches.title"),
                                view.show().title()),
                        view.show().path() + "/pitches"),
                view,
                minutes,
                view.projects().stream()
                        .sorted(Comparator.comparingInt(
                                (Pitch it) -> it.position().orElse(Integer.MAX_VALUE)))
                        .map(it -> Row.of(it, view.form(), when))
                        .toList(),
                when);
    }

    String action() {
        return frame.link(view.show().path() + "/pitches");
    }

    Optional<String> zoneNote() {
        return when.zoneNote(view.show().startsAt());
    }

    Refused refused() {
        var positions = rows.stream().map(Row::field).toList();
        return Refused.of(view.form(), List.of(minutes), positions);
    }

    /**
     * One project in the order.
     *
     * @param position as it was typed, or as it is; blank for one that does not pitch
     * @param from when it begins, as long as nothing else was typed
     */
    record Row(String field, String organisation, String position, Optional<String> from, Optional<String> error) {

        static Row of(Pitch pitch, SignUpForm form, When when) {
            var field = PitchesPage.POSITION + pitch.id();
            var saved = pitch.position().isPresent()
                    ? Integer.toString(pitch.position().getAsInt())
                    : "";
            if (!form.typed().isEmpty()) {
                return new Row(field, pitch.organisation(), form.value(field), Optional.empty(), form.error(field));
            }
            return new Row(field, pitch.organisation(), saved, pitch.startsAt().map(when::time), Optional.empty());
        }
    }
}

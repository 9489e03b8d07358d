package yunhe.pages;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import yunhe.pages.TimetableView.Change;
import yunhe.pages.TimetableView.Pair;
import yunhe.pages.TimetableView.Proposal;
import yunhe.pages.TimetableView.Published;
import yunhe.pages.TimetableView.Rules;

/**
 * What the template of a timetable is given.
 *
 * @param rules the form that has it solved
 * @param pair the form that pins or forbids any pair
 */
record TimetableModel(
        Frame frame, TimetableView view, TimetableNames names, List<Field> rules, List<Field> pair, When when) {

    static TimetableModel of(TimetableView view) {
        var texts = PageTexts.in(view.language());
        var fields = TimetableFields.of(view, texts);
        return new TimetableModel(
                Frame.of(
                        view.language(),
                        texts.get(
                                "console.page",
                                texts.get("timetable.title"),
                                view.show().title()),
                        path(view)),
                view,
                TimetableNames.of(view, texts),
                fields.rules(),
                fields.pair(),
                new When(view.language(), view.show().zone()));
    }

    private static String path(TimetableView view) {
        return view.show().path() + "/timetable";
    }

    /** Where the form is sent that has it solved. */
    String solve() {
        return frame.link(path(view));
    }

    /** Where what concerns the proposal is sent: {@code pin}, {@code forbid}, {@code release}, {@code publish}. */
    String action(String what) {
        return frame.link(path(view) + "/" + proposal().orElseThrow().id() + "/" + what);
    }

    Optional<Proposal> proposal() {
        return view.plan() instanceof Proposal proposal ? Optional.of(proposal) : Optional.empty();
    }

    Optional<Published> published() {
        return view.plan() instanceof Published published ? Optional.of(published) : Optional.empty();
    }

    boolean hasNobody() {
        return view.projects().isEmpty() || view.investors().isEmpty();
    }

    List<TimetableColumn> columns() {
        return switch (view.plan()) {
            case TimetableView.Unplanned() -> List.of();
            case Proposal it ->
                columns(it.rules(), it.solution().meetings(), it.pairs().pinned());
            case Published it -> columns(it.rules(), it.meetings(), List.of());
        };
    }

    private List<TimetableColumn> columns(Rules rules, List<TimetableView.Meeting> meetings, List<Pair> pinned) {
        return TimetableColumn.all(rules, meetings, pinned, names, when);
    }

    /** How much more another timetable could score at most. */
    OptionalInt gap() {
        return proposal().map(Proposal::solution).stream()
                .mapToInt(it -> it.upperBound() - it.score())
                .findFirst();
    }

    List<String> unmet() {
        return proposal().stream()
                .flatMap(it -> it.solution().unmet().stream())
                .map(it -> frame.t("timetable.unmet.line", names.of(it.project()), it.meetings(), it.minimum()))
                .toList();
    }

    List<NamedPair> pinned() {
        return named(proposal().map(it -> it.pairs().pinned()));
    }

    List<NamedPair> forbidden() {
        return named(proposal().map(it -> it.pairs().forbidden()));
    }

    private List<NamedPair> named(Optional<List<Pair>> pairs) {
        return pairs.orElse(List.of()).stream()
                .map(it -> new NamedPair(it.project(), it.investor(), names.of(it)))
                .toList();
    }

    /** A pair that was decided on, which one button takes back. */
    record NamedPair(String project, String investor, String names) {}

    String publishedAt() {
        return when.moment(published().orElseThrow().at());
    }

    List<Told> changes() {
        return published().orElseThrow().changes().stream().map(this::told).toList();
    }

    private Told told(Change change) {
        var meeting = change.meeting();
        var slots = published().orElseThrow().rules().slots();
        return new Told(
                frame.texts().of("timetable.change.", change.what()),
                frame.t(
                        "timetable.change.meeting",
                        names.of(new Pair(meeting.project(), meeting.investor())),
                        when.time(slots.get(meeting.slot()).startsAt()),
                        meeting.table() + 1));
    }

    /** A change in words. */
    record Told(String what, String meeting) {}

    /** Said where a reader may take a time for another. */
    Optional<String> zoneNote() {
        return when.zoneNote(view.show().startsAt());
    }

    Optional<String> sureError() {
        return view.form().error("sure");
    }

    Refused refused() {
        var all = Stream.concat(rules.stream(), pair.stream()).toList();
        return Refused.of(view.form(), all, List.of("sure"));
    }
}

package yunhe.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import yunhe.core.profile.Catalogue;
import yunhe.core.roadshow.Directory;
import yunhe.core.roadshow.Participant;

/**
 * What the template of the directory is given.
 *
 * @param shown whom the filter lets through
 * @param hidden the others
 * @param more how many the filter lets through for whom a page has no room
 */
record DirectoryModel(
        Frame frame,
        DirectoryView view,
        String token,
        List<DirectoryCard> shown,
        List<DirectoryCard> hidden,
        int more) {

    /** A form has at most 500 fields: these, the wishes for hidden ones, and a few besides. */
    static final int SHOWN_MAX = 300;

    static DirectoryModel of(DirectoryView view, String token) {
        var texts = PageTexts.in(view.language());
        var filter = view.filter();
        Predicate<Directory.Entry> fits = entry -> entry.names(filter.sector(), filter.stage());
        var fitting = view.entries().stream().filter(fits).toList();
        var shown = fitting.stream().limit(SHOWN_MAX).toList();
        return new DirectoryModel(
                Frame.of(
                        view.language(),
                        texts.get("directory.title." + view.side().group()),
                        here(view, token)),
                view,
                token,
                cards(view, shown, texts),
                cards(
                        view,
                        view.entries().stream()
                                .filter(entry -> !shown.contains(entry))
                                .toList(),
                        texts),
                fitting.size() - shown.size());
    }

    private static String here(DirectoryView view, String token) {
        var path = new StringBuilder(DirectoryPage.path(view.self(), token));
        view.filter().sector().ifPresent(sector -> path.append("&sector=").append(sector));
        view.filter().stage().ifPresent(stage -> path.append("&stage=").append(stage));
        return path.toString();
    }

    private static List<DirectoryCard> cards(DirectoryView view, List<Directory.Entry> entries, PageTexts texts) {
        var known = view.entries().stream().map(Directory.Entry::id).toList();
        boolean typed = !view.form().typed().isEmpty() && view.state() != DirectoryView.State.PUBLISHED;
        // Whoever is no longer there leaves no gap.
        var wishes = view.wishes().stream().filter(known::contains).toList();
        return entries.stream()
                .map(entry -> {
                    var field = DirectoryCard.field(entry.id().value());
                    int wish = wishes.indexOf(entry.id());
                    var rank = wish < 0 ? "" : Integer.toString(wish + 1);
                    return DirectoryCard.of(
                            entry,
                            typed ? view.form().value(field) : rank,
                            view.form()
                                    .error(field)
                                    .map(any -> texts.get("directory.rank.wrong", Participant.WISHES_MAX)),
                            texts);
                })
                .toList();
    }

    String activity() {
        return view.activity().details().headline().title().in(frame.language());
    }

    private List<Field.Option> options(Catalogue catalogue) {
        return catalogue.terms().stream()
                .map(term -> Field.Option.of(term.code(), term.label().in(frame.language())))
                .toList();
    }

    List<Field.Option> sectors() {
        return options(Catalogue.SECTORS);
    }

    List<Field.Option> stages() {
        return options(Catalogue.STAGES);
    }

    boolean isSector(Field.Option option) {
        return view.filter().sector().filter(option.value()::equals).isPresent();
    }

    boolean isStage(Field.Option option) {
        return view.filter().stage().filter(option.value()::equals).isPresent();
    }

    boolean isFiltered() {
        return !view.filter().isNone();
    }

    boolean isPublished() {
        return view.state() == DirectoryView.State.PUBLISHED;
    }

    boolean isSaved() {
        return view.state() == DirectoryView.State.SAVED;
    }

    boolean isEmpty() {
        return view.entries().isEmpty();
    }

    /** How many there are, and how many of them are shown. */
    String count() {
        int all = view.entries().size();
        return shown.size() == all
                ? frame.texts().count("directory.count", all)
                : frame.t("directory.count.some", shown.size(), all);
    }

    /** The whole list without the filter. */
    String all() {
        return DirectoryPage.path(view.self(), token);
    }

    String manage() {
        return "/m/" + view.self() + "?token=" + token;
    }

    String action() {
        return view.activity().id().path() + "/registrations/" + view.self() + "/wishes?token=" + token;
    }

    String filterPath() {
        return view.activity().id().pagePath() + "/directory";
    }

    /** What goes along with the form that filters. */
    List<Hidden> asked() {
        return List.of(
                new Hidden("registration", view.self().value()),
                new Hidden("token", token),
                new Hidden("lang", frame.language().code()));
    }

    /** Wishes for those whom the filter hides, so that saving the others does not lose them. */
    List<Hidden> kept() {
        return hidden.stream()
                .filter(DirectoryCard::isWished)
                .map(card -> new Hidden(card.field(), card.rank()))
                .toList();
    }

    /** The wishes as they are in the store, dearest first; not those that were refused. */
    List<String> mine() {
        var all = new ArrayList<>(shown);
        all.addAll(hidden);
        return view.wishes().stream()
                .flatMap(wish -> all.stream().filter(card -> card.id().equals(wish.value())))
                .map(DirectoryCard::organisation)
                .toList();
    }

    int rankMax() {
        return Participant.WISHES_MAX;
    }

    boolean hasErrors() {
        return !view.form().errors().isEmpty() || view.form().trouble().isPresent();
    }

    List<DirectoryCard> wrong() {
        return shown.stream().filter(card -> card.error().isPresent()).toList();
    }

    /** Errors of what is not on the page. */
    List<String> otherErrors() {
        var fields = shown.stream().map(DirectoryCard::field).toList();
        return view.form().errors().entrySet().stream()
                .filter(error -> !fields.contains(error.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    Optional<String> trouble() {
        return view.form().trouble().map(SignUpForm.Trouble::detail);
    }
}

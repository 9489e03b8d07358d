package yunhe.pages;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import yunhe.core.activity.Activity;
import yunhe.core.checkin.ScanResult;
import yunhe.core.shared.Language;

/** What the scanner's template is given. */
record DoorModel(
        Frame frame,
        String staff,
        String nonce,
        List<Choice> activities,
        List<GroupTitle> groups,
        List<Word> words,
        Optional<Shown> answer) {

    static DoorModel of(DoorView view) {
        var frame = Frame.of(view.language(), PageTexts.in(view.language()).get("door.title"), "/door");
        return new DoorModel(
                frame,
                view.staff(),
                view.nonce(),
                view.activities().stream().map(it -> Choice.of(it, view)).toList(),
                view.activities().stream()
                        .flatMap(it -> GroupTitle.of(it, view.language()))
                        .toList(),
                words(frame.texts()),
                view.answer().map(answer -> Shown.of(answer, view)));
    }

    /** What the script says; it has no texts of its own. */
    private static List<Word> words(PageTexts texts) {
        var words = new ArrayList<Word>();
        for (var result : ScanResult.values()) {
            words.add(new Word(code(result), texts.of("door.result.", result)));
            words.add(new Word(code(result) + ".tone", tone(result).css()));
        }
        for (var key : List.of("first", "offline", "again", "signed_out", "no_camera", "denied", "wait")) {
            words.add(new Word(key, texts.get("door.words." + key)));
        }
        return List.copyOf(words);
    }

    private static String code(ScanResult result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    static Tone tone(ScanResult result) {
        return switch (result) {
            case ADMITTED -> Tone.GOOD;
            case ALREADY_ADMITTED, TOO_EARLY, WRONG_ACTIVITY, NOT_CONFIRMED -> Tone.WAIT;
            case TOO_LATE, REVOKED, INVALID -> Tone.BAD;
        };
    }

    /** An activity to admit to. */
    record Choice(String id, String label, boolean chosen) {
        static Choice of(Activity activity, DoorView view) {
            var id = activity.id().value();
            var when = new When(view.language(), activity.times().zone());
            var title = activity.details().headline().title().in(view.language());
            return new Choice(
                    id,
                    when.time(activity.times().startsInZone()) + " · " + title,
                    view.chosen().filter(id::equals).isPresent());
        }
    }

    /** How a group is called. */
    record GroupTitle(String activity, String id, String title) {
        static Stream<GroupTitle> of(Activity activity, Language language) {
            return activity.details().groups().stream()
                    .map(group -> new GroupTitle(
                            activity.id().value(), group.id(), group.title().in(language)));
        }
    }

    record Word(String key, String text) {}

    /** The answer to a ticket that was typed in. */
    record Shown(String tone, String sign, String title, Optional<String> name, List<String> lines) {
        private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

        static Shown of(DoorView.Answer answer, DoorView view) {
            var texts = PageTexts.in(view.language());
            var activity = view.activities().stream()
                    .filter(it ->
                            answer.activityId().filter(it.id().value()::equals).isPresent())
                    .findFirst();
            var zone = activity.map(it -> it.times().zone()).orElse(HOME);
            var lines = new ArrayList<String>();
            answer.group()
                    .ifPresent(id ->
                            lines.add(activity.flatMap(it -> it.details().group(id))
                                    .map(group -> group.title().in(view.language()))
                                    .orElse(id)));
            if (answer.result() == ScanResult.ALREADY_ADMITTED
                    && answer.admittedAt().isPresent()) {
                var at = new When(view.language(), zone)
                        .moment(answer.admittedAt().get());
                lines.add(texts.get("door.words.first", at, answer.admittedBy().orElse("")));
            }
            var tone = DoorModel.tone(answer.result());
            return new Shown(
                    tone.css(),
                    sign(tone),
                    texts.of("door.result.", answer.result()),
                    answer.name(),
                    List.copyOf(lines));
        }

        private static String sign(Tone tone) {
            return switch (tone) {
                case GOOD -> "✓";
                case WAIT, CALM -> "!";
                case BAD -> "✕";
            };
        }
    }
}

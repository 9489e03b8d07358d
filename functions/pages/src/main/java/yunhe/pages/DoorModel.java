package yunhe.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Registration.Admitted;
import yunhe.core.checkin.ScanResult;
import yunhe.core.door.ScanAnswer;
import yunhe.core.door.ScanAnswer.Holder;
import yunhe.core.door.ScanAnswer.Place;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StationId;
import yunhe.core.person.Masked;
import yunhe.core.shared.Language;

/** What the scanner's template is given. */
record DoorModel(
        Frame frame,
        String staff,
        String nonce,
        String entrance,
        List<Choice> activities,
        List<Choice> stations,
        List<GroupTitle> groups,
        List<Word> words,
        Optional<Shown> answer) {

    static DoorModel of(DoorView view) {
        var frame = Frame.of(view.language(), PageTexts.in(view.language()).get("door.title"), "/door");
        return new DoorModel(
                frame,
                view.staff(),
                view.nonce(),
                view.entrance().orElse(""),
                view.activities().stream().map(it -> Choice.of(it, view)).toList(),
                view.stations().stream().map(it -> Choice.of(it, view)).toList(),
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
            words.add(new Word("stay." + code(result), texts.of("door.stay.", result)));
            words.add(new Word(code(result) + ".tone", tone(result).css()));
        }
        for (var key : List.of("first", "offline", "again", "signed_out", "no_camera", "denied", "wait")) {
            words.add(new Word(key, texts.get("door.words." + key)));
        }
        for (var number : List.of("one", "other")) {
            words.add(new Word("nights." + number, texts.get("length.nights." + number)));
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

    /** An activity or a station to admit to. */
    record Choice(String id, String label, boolean chosen) {
        static Choice of(Activity activity, DoorView view) {
            var when = new When(view.language(), activity.times().zone());
            var title = activity.details().headline().title().in(view.language());
            return of(activity.id().value(), when.time(activity.times().startsInZone()) + " · " + title, view);
        }

        static Choice of(Station station, DoorView view) {
            return of(station.id().value(), station.details().name().in(view.language()), view);
        }

        private static Choice of(String id, String label, DoorView view) {
            return new Choice(id, label, view.chosen().filter(id::equals).isPresent());
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

        static Shown of(ScanAnswer answer, DoorView view) {
            var texts = PageTexts.in(view.language());
            var tone = DoorModel.tone(answer.result());
            boolean atStation = answer.place()
                    .filter(place -> place.id().startsWith(StationId.PREFIX))
                    .isPresent();
            return new Shown(
                    tone.css(),
                    sign(tone),
                    texts.of(atStation ? "door.stay." : "door.result.", answer.result()),
                    answer.holder().map(holder -> Masked.name(holder.name())),
                    lines(answer, atStation, view));
        }

        private static List<String> lines(ScanAnswer answer, boolean atStation, DoorView view) {
            var language = view.language();
            var lines = new ArrayList<String>();
            answer.place()
                    .filter(place -> atStation || answer.result() == ScanResult.WRONG_ACTIVITY)
                    .ifPresent(place -> lines.add(place.title().in(language)));
            answer.holder().ifPresent(holder -> lines.addAll(held(answer, holder, view)));
            answer.place()
                    .filter(place -> answer.result() == ScanResult.ALREADY_ADMITTED)
                    .ifPresent(place -> answer.admitted().ifPresent(first -> lines.add(first(first, place, language))));
            return List.copyOf(lines);
        }

        /** The room and its nights, or the group. */
        private static List<String> held(ScanAnswer answer, Holder holder, DoorView view) {
            var zone = answer.place().map(Place::zone);
            return holder.room().isPresent() && zone.isPresent()
                    ? List.of(
                            holder.room().get().title().in(view.language()),
                            new When(view.language(), zone.get())
                                    .nights(holder.room().get().nights()))
                    : List.of(groupTitle(answer, holder, view));
        }

        private static String groupTitle(ScanAnswer answer, Holder holder, DoorView view) {
            return view.activities().stream()
                    .filter(activity -> answer.place()
                            .filter(place -> place.id().equals(activity.id().value()))
                            .isPresent())
                    .flatMap(activity -> activity.details().group(holder.group()).stream())
                    .map(group -> group.title().in(view.language()))
                    .findFirst()
                    .orElse(holder.group());
        }

        private static String first(Admitted first, Place place, Language language) {
            var at = new When(language, place.zone()).moment(first.at());
            var facts = Stream.of(at, first.device(), first.by()).filter(fact -> !fact.isBlank());
            return PageTexts.in(language).get("door.words.first", facts.collect(Collectors.joining(" · ")));
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

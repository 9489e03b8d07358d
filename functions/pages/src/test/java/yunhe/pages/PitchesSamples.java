package yunhe.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import yunhe.core.shared.Language;
import yunhe.pages.PitchesView.Pitch;

/** The running order of twenty projects, four of which do not pitch. */
final class PitchesSamples {

    private static final int PITCHING = 16;
    private static final int MINUTES = 8;

    private PitchesSamples() {}

    static Map<String, String> pages(Language language) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("pitches", page(language, pitches(PITCHING), false, SignUpForm.EMPTY));
        pages.put("pitches-new", page(language, pitches(0), false, SignUpForm.EMPTY));
        pages.put("pitches-none", page(language, List.of(), false, SignUpForm.EMPTY));
        pages.put("pitches-saved", page(language, pitches(PITCHING), true, SignUpForm.EMPTY));
        pages.put("pitches-refused", page(language, pitches(PITCHING), false, refused(language)));
        return pages;
    }

    static String page(Language language, List<Pitch> pitches, boolean saved, SignUpForm form) {
        var ways = new PitchesView.Ways(
                "/roadshows/show_sample/programme.pdf?lang=zh",
                "/roadshows/show_sample/programme.pdf?lang=en",
                "/r/show_sample/hall");
        return PitchesPage.render(
                new PitchesView(language, TimetableSamples.show(language), pitches, MINUTES, ways, saved, form));
    }

    static List<Pitch> pitches(int pitching) {
        var all = new ArrayList<Pitch>();
        for (var party : TimetableSamples.PROJECTS) {
            int place = all.size();
            var from = TimetableSamples.START.plus(Duration.ofMinutes((long) MINUTES * place));
            all.add(
                    place < pitching
                            ? new Pitch(party.id(), party.organisation(), OptionalInt.of(place + 1), Optional.of(from))
                            : new Pitch(party.id(), party.organisation(), OptionalInt.empty(), Optional.empty()));
        }
        return all;
    }

    private static SignUpForm refused(Language language) {
        boolean zh = language == Language.ZH;
        var typed = new LinkedHashMap<String, List<String>>();
        TimetableSamples.PROJECTS.forEach(it -> typed.put(PitchesPage.POSITION + it.id(), List.of("")));
        typed.put(PitchesPage.POSITION + "p1", List.of("2"));
        typed.put(PitchesPage.POSITION + "p2", List.of("1"));
        typed.put(PitchesPage.POSITION + "p3", List.of("2"));
        typed.put("minutes", List.of("0"));
        var errors = new LinkedHashMap<String, String>();
        errors.put("minutes", zh ? "请填写 1 到 60 之间的数字。" : "Please enter a number from 1 to 60.");
        errors.put(PitchesPage.POSITION + "p3", zh ? "这个次序已有别的项目。" : "Another project has this number.");
        return new SignUpForm(typed, errors, Optional.empty());
    }
}

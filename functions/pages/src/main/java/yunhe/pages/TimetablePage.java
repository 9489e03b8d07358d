package yunhe.pages;

import yunhe.core.roadshow.PinProblem;
import yunhe.core.shared.Language;

/** The page on which an organiser has the meetings of a roadshow solved, looks at them, and publishes them. */
public final class TimetablePage {

    private TimetablePage() {}

    /** Why a pair that was pinned cannot be held. */
    public static String pinRefused(PinProblem.Reason reason, String project, String investor, Language language) {
        return PageTexts.in(language).of("timetable.pin.", reason, project, investor);
    }

    public static String render(TimetableView view) {
        var model = TimetableModel.of(view);
        return Templates.render((output, interceptor) -> JtetimetableGenerated.render(output, interceptor, model));
    }
}

package yunhe.pages;

import java.util.Optional;
import yunhe.core.shared.Language;

/** The door's pages: signing in, and the scanner. */
public final class DoorPage {
    private DoorPage() {}

    public static String render(DoorView view) {
        var model = DoorModel.of(view);
        return Templates.render((output, interceptor) -> JtedoorGenerated.render(output, interceptor, model));
    }

    /**
     * The page for staff who are not signed in.
     *
     * @param signInUrl where the sign-in begins
     * @param trouble a sentence about a sign-in that failed, in the page's language
     */
    public static String renderSignIn(Language language, String signInUrl, Optional<String> trouble) {
        var frame = Frame.of(language, PageTexts.in(language).get("door.title"), "/door");
        return Templates.render(
                (output, interceptor) -> JtesigninGenerated.render(output, interceptor, frame, signInUrl, trouble));
    }
}

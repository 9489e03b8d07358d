package yunhe.pages;

import java.util.Optional;
import yunhe.core.shared.Language;

/** The door's pages: signing in, and the scanner. */
public final class DoorPage {
    private DoorPage() {}

    public static String render(DoorView view) {
        return Templates.render(
                Frame.of(view.language(), "door.title", "/door").wide(), (output, frame) -> {});
    }

    /**
     * The page for staff who are not signed in.
     *
     * @param signInUrl where the sign-in begins
     * @param trouble a sentence about a sign-in that failed, in the page's language
     */
    public static String renderSignIn(Language language, String signInUrl, Optional<String> trouble) {
        return signInUrl + trouble + language;
    }
}

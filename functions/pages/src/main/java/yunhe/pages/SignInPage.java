package yunhe.pages;

import java.util.Optional;
import yunhe.core.shared.Language;

/** The page for staff who are not signed in, in the words of where they want to go. */
public enum SignInPage {
    DOOR("door.title", "door.heading", "door.signin.text"),
    CONSOLE("console.title", "console.heading", "console.signin.text");

    private final String title;
    private final String heading;
    private final String text;

    SignInPage(String title, String heading, String text) {
        this.title = title;
        this.heading = heading;
        this.text = text;
    }

    /**
     * The page.
     *
     * @param here its own path
     * @param start where signing in begins
     * @param trouble a sentence about a sign-in that failed, in the page's language
     */
    public String render(Language language, String here, String start, Optional<String> trouble) {
        var frame = Frame.of(language, PageTexts.in(language).get(title), here);
        var model = new Model(frame, frame.t(heading), frame.t(text), start, trouble);
        return Templates.render((output, interceptor) -> JtesigninGenerated.render(output, interceptor, model));
    }

    /** What the template is given. */
    record Model(Frame frame, String heading, String text, String start, Optional<String> trouble) {}
}

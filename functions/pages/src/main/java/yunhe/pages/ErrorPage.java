package yunhe.pages;

import java.util.Optional;
import yunhe.core.shared.Language;

/** Errors for people, in the design of all other pages. */
public final class ErrorPage {
    private ErrorPage() {}

    /**
     * The page for a status that is an error.
     *
     * @param detail the problem's sentence for the reader, in the page's language; empty for the page's own
     */
    public static String render(int status, Language language, Optional<String> detail) {
        var texts = PageTexts.in(language);
        var kind =
                switch (status) {
                    case 404 -> "error.not_found";
                    case 405 -> "error.method";
                    case 503 -> "error.busy";
                    default -> status >= 500 ? "error.fault" : "error.refused";
                };
        var heading = texts.get(kind + ".title");
        return MessagePage.render(new MessagePage(
                Frame.ofAnswer(language, heading),
                heading,
                detail.orElseGet(() -> texts.get(kind + ".text")),
                Optional.of(new MessagePage.Way("/", texts.get("error.home")))));
    }
}

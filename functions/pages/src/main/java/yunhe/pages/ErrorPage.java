package yunhe.pages;

import java.util.Optional;
import yunhe.core.shared.Language;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;

/** Errors for people, in the design of all other pages. */
public final class ErrorPage {
    private ErrorPage() {}

    /** A problem as a page for who wants a page, and as {@code application/problem+json} for all others. */
    public static Reply reply(Request request, Problem problem) {
        var language = request.language();
        if (!request.prefersHtml()) {
            return problem.reply(language);
        }
        var status = problem.code().status();
        var detail = hasOwnText(status) ? Optional.<String>empty() : Optional.of(problem.detail(language));
        var reply = Reply.html(status, render(status, language, detail));
        for (var header : problem.headers().entrySet()) {
            reply = reply.withHeader(header.getKey(), header.getValue());
        }
        return reply;
    }

    /**
     * The page for a status that is an error.
     *
     * @param detail the problem's sentence for the reader, in the page's language; empty for the page's own
     */
    public static String render(int status, Language language, Optional<String> detail) {
        var texts = PageTexts.in(language);
        var kind = kind(status);
        var heading = texts.get(kind + ".title");
        return MessagePage.render(new MessagePage(
                Frame.ofAnswer(language, heading),
                heading,
                detail.orElseGet(() -> texts.get(kind + ".text")),
                Optional.of(new MessagePage.Way("/", texts.get("error.home")))));
    }

    private static boolean hasOwnText(int status) {
        return status == 404 || status == 405 || status >= 500;
    }

    private static String kind(int status) {
        return switch (status) {
            case 404 -> "error.not_found";
            case 405 -> "error.method";
            case 503 -> "error.busy";
            default -> status >= 500 ? "error.fault" : "error.refused";
        };
    }
}

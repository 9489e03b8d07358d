package yunhe.web.form;

import yunhe.web.Body;
import yunhe.web.Request;

/** A form that a person sent from a page, and that is answered with a page. */
public final class PageForm {

    private PageForm() {}

    public static boolean wantsPage(Request request, Body body) {
        return body.isForm() && request.prefersHtml();
    }

    /** A page that was read in a language chosen by hand stays in it. */
    public static String inLanguage(Request request, String path) {
        return request.query("lang").isEmpty()
                ? path
                : path + (path.contains("?") ? "&" : "?") + "lang="
                        + request.language().code();
    }
}

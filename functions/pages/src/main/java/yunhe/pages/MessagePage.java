package yunhe.pages;

import java.util.Optional;

/** A page that says one thing and where to go from there. */
record MessagePage(Frame frame, String heading, String text, Optional<Way> way) {
    static String render(MessagePage page) {
        return Templates.render((output, interceptor) -> JtemessageGenerated.render(output, interceptor, page));
    }

    /** A link out of here. */
    record Way(String path, String label) {}
}

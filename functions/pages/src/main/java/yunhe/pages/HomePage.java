package yunhe.pages;

import java.util.List;
import yunhe.core.shared.Language;

/** The list of what is coming up. */
record HomePage(Frame frame, List<Summary> activities) {
    static String render(List<Summary> activities, Language language) {
        var frame = Frame.of(language, PageTexts.in(language).get("home.title"), "/");
        var page = new HomePage(frame, activities);
        return Templates.render((output, interceptor) -> JtehomeGenerated.render(output, interceptor, page));
    }
}

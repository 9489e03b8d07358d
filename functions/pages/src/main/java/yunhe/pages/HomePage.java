package yunhe.pages;

import java.util.List;
import java.util.Optional;
import yunhe.core.shared.Language;

/**
 * The list of what is coming up, and of where one can stay.
 *
 * @param more where the list of activities goes on
 */
record HomePage(Frame frame, List<Summary> activities, List<StationCard> stations, Optional<String> more) {
    static String render(
            List<Summary> activities, List<StationCard> stations, Optional<String> next, Language language) {
        var frame = Frame.of(language, PageTexts.in(language).get("home.title"), "/");
        var page = new HomePage(frame, activities, stations, next.map(it -> "/?cursor=" + it));
        return Templates.render((output, interceptor) -> JtehomeGenerated.render(output, interceptor, page));
    }
}

package yunhe.pages;

import java.time.Instant;
import yunhe.core.roadshow.Programme;
import yunhe.core.shared.Language;

/**
 * What hangs in the hall while projects pitch: who is on, who is next, and the rest of the order. It asks for itself
 * again when something changes, so that nobody has to touch it.
 */
public final class HallPage {
    private HallPage() {}

    public static String render(Programme programme, Instant now, Language language) {
        var model = HallModel.of(programme, now, language);
        return Templates.render((output, interceptor) -> JtehallGenerated.render(output, interceptor, model));
    }
}

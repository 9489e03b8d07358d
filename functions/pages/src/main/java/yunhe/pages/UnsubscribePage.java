package yunhe.pages;

import yunhe.core.activity.RegistrationId;
import yunhe.core.shared.Language;

/** Where a person says that they want no reminders, or wants them again. */
public final class UnsubscribePage {
    private UnsubscribePage() {}

    /** @param isOut whether they want none */
    public static String render(RegistrationId id, String token, boolean isOut, Language language) {
        var path = "/unsubscribe/" + id.value();
        var query = "?token=" + token;
        var frame = Frame.of(language, PageTexts.in(language).get("unsubscribe.title"), path + query);
        var action = (isOut ? path + "/again" : path) + query;
        return Templates.render(
                (output, interceptor) -> JteunsubscribeGenerated.render(output, interceptor, frame, isOut, action));
    }
}

package yunhe.pages;

import yunhe.core.activity.RegistrationId;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;

/**
 * Where a project finds investors and an investor finds projects, and where each says whom it would like to meet. For
 * whoever has shown the manage token; the page does not ask again. Reads the signing secrets.
 */
public final class DirectoryPage {

    private final ManageTokens tokens;

    public DirectoryPage(Environment environment) {
        this.tokens = new ManageTokens(Secrets.signing(environment));
    }

    public String render(DirectoryView view) {
        var model = DirectoryModel.of(view, tokens.tokenFor(view.self().value()));
        return Templates.render((output, interceptor) -> JtedirectoryGenerated.render(output, interceptor, model));
    }

    /** Where it is, from the root of the deployment. */
    public static String path(RegistrationId id, String token) {
        return id.activity().pagePath() + "/directory?registration=" + id + "&token=" + token;
    }

    /** Where it is once the wishes are saved. */
    public static String savedPath(RegistrationId id, String token) {
        return path(id, token) + "&saved=1";
    }
}

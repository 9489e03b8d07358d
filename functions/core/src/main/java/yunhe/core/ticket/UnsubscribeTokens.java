package yunhe.core.ticket;

import java.util.List;
import yunhe.core.activity.RegistrationId;
import yunhe.core.shared.Secrets;

/**
 * Tokens of the link that ends reminders. Mail providers open it on a person's behalf, so it opens nothing else: a
 * manage token does not do here, and this one not there.
 */
public final class UnsubscribeTokens {

    private final IdTokens tokens;

    public UnsubscribeTokens(List<Secrets> signing) {
        this.tokens = new IdTokens(signing, "unsubscribe");
    }

    public String tokenFor(RegistrationId id) {
        return tokens.tokenFor(id.value());
    }

    public boolean accepts(RegistrationId id, String token) {
        return tokens.accepts(id.value(), token);
    }
}

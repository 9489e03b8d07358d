package yunhe.core.ticket;

import java.util.List;
import yunhe.core.shared.Secrets;

/** Tokens of manage links. */
public final class ManageTokens {

    private final IdTokens tokens;

    public ManageTokens(List<Secrets> signing) {
        this.tokens = new IdTokens(signing, "manage");
    }

    /** The token for a registration or stay. */
    public String tokenFor(String id) {
        return tokens.tokenFor(id);
    }

    /** Whether this is the id's token, under either secret. */
    public boolean accepts(String id, String token) {
        return tokens.accepts(id, token);
    }
}

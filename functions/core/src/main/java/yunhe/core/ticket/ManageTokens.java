package yunhe.core.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Secrets;

/**
 * Tokens of manage links: an HMAC of the registration's id, so that asking again gives the same token and none is
 * stored.
 */
public final class ManageTokens {

    private final List<Secrets.Signer> signers;

    public ManageTokens(List<Secrets> signing) {
        this.signers = signing.stream().map(secret -> secret.signer("manage")).toList();
    }

    /** The token for a registration or stay. */
    public String tokenFor(String id) {
        return token(signers.getFirst(), id);
    }

    /** Whether this is the id's token, under either secret. Takes as long for a near miss as for a far one. */
    public boolean accepts(String id, String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        boolean accepted = false;
        for (var signer : signers) {
            accepted |= MessageDigest.isEqual(token(signer, id).getBytes(StandardCharsets.UTF_8), given);
        }
        return accepted;
    }

    private static String token(Secrets.Signer signer, String id) {
        return Base64Url.encode(signer.sign("manage|" + id));
    }
}

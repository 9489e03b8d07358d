package yunhe.core.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Secrets;

/** HMACs of ids for one use, so that asking again gives the same token and none is stored. */
final class IdTokens {

    private final String use;
    private final List<Secrets.Signer> signers;

    IdTokens(List<Secrets> signing, String use) {
        this.use = use;
        this.signers = signing.stream().map(secret -> secret.signer(use)).toList();
    }

    String tokenFor(String id) {
        return token(signers.getFirst(), id);
    }

    /** Whether this is the id's token, under either secret. Takes as long for a near miss as for a far one. */
    boolean accepts(String id, String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        boolean accepted = false;
        for (var signer : signers) {
            accepted |= MessageDigest.isEqual(token(signer, id).getBytes(StandardCharsets.UTF_8), given);
        }
        return accepted;
    }

    private String token(Secrets.Signer signer, String id) {
        return Base64Url.encode(signer.sign(use + "|" + id));
    }
}

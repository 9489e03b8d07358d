package yunhe.signin;

import java.net.URI;
import java.util.Optional;
import yunhe.core.shared.Environment;

/**
 * The deployment as the issuer knows it.
 *
 * @param audience what access tokens name; an id token names {@code id}
 * @param secret absent for a public client
 */
record Client(URI issuer, String audience, String id, Optional<String> secret) {

    static Client of(Environment environment) {
        return new Client(
                URI.create(environment.require("OIDC_ISSUER")),
                environment.require("OIDC_AUDIENCE"),
                environment.require("OIDC_CLIENT_ID"),
                environment.optional("OIDC_CLIENT_SECRET"));
    }

    @Override
    public String toString() {
        return "Client[" + id + " at " + issuer + "]";
    }
}

package yunhe.signin;

/** The issuer did not answer, or not as OpenID Connect says. Nobody can sign in until it does. */
final class IssuerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IssuerUnavailable(String attempted, Throwable cause) {
        super("issuer unavailable: " + attempted, cause);
    }

    IssuerUnavailable(String attempted) {
        super("issuer unavailable: " + attempted);
    }
}

package yunhe.local.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import yunhe.local.gateway.LocalEndpoints.Call;
import yunhe.local.gateway.Percent;
import yunhe.local.gateway.Reply;

/** The endpoints of the provider: discovery, keys, sign-in page, code for token with PKCE. */
public final class Issuer {
    public static final String PATH = "/local/oidc";
    private static final int CODE_BYTES = 24;

    private record Grant(
            Tokens.Person person, String client, String redirect, String challenge, Optional<String> nonce) {}

    private final Tokens tokens;
    private final SecureRandom random;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    public Issuer(Tokens tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    public Reply answer(Call call) {
        return switch (call.path().substring(PATH.length())) {
            case "/.well-known/openid-configuration" -> Reply.json(200, discovery());
            case "/jwks" -> Reply.json(200, tokens.publicKeys());
            case "/authorize" -> call.method().equals("POST") ? grant(call) : SignInPage.of(call);
            case "/token" -> call.method().equals("POST") ? redeem(call) : Reply.message(405, "Method Not Allowed");
            default -> Reply.message(404, "Not Found");
        };
    }

    private String discovery() {
        String base = tokens.issuer();
        return """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
            "jwks_uri":"%1$s/jwks","response_types_supported":["code"],"subject_types_supported":["public"],\
            "grant_types_supported":["authorization_code"],"scopes_supported":["openid","profile"],\
            "id_token_signing_alg_values_supported":["RS256"],"code_challenge_methods_supported":["S256"],\
            "token_endpoint_auth_methods_supported":["none","client_secret_post","client_secret_basic"],\
            "claims_supported":["sub","name","roles"]}\
            """.formatted(base);
    }

    private Reply grant(Call call) {
        Map<String, String> form = form(call);
        String role = form.getOrDefault("role", "staff");
        String redirect = form.getOrDefault("redirect_uri", "");
        if (!redirect.startsWith("http://") && !redirect.startsWith("https://")) {
            return Reply.message(400, "redirect_uri");
        }
        String name = Optional.ofNullable(form.get("name"))
                .filter(given -> !given.isBlank())
                .orElse(role);
        String code = code();
        grants.put(
                code,
                new Grant(
                        new Tokens.Person(name, name, role),
                        form.getOrDefault("client_id", ""),
                        redirect,
                        form.getOrDefault("code_challenge", ""),
                        Optional.ofNullable(form.get("nonce")).filter(given -> !given.isEmpty())));
        return Reply.redirect(redirect + (redirect.contains("?") ? "&" : "?") + "code=" + code + "&state="
                + java.net.URLEncoder.encode(form.getOrDefault("state", ""), StandardCharsets.UTF_8));
    }

    /** A code works once, for the client, the address and the verifier it was made for. */
    private Reply redeem(Call call) {
        Map<String, String> form = form(call);
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        if (grant == null
                || !form.getOrDefault("grant_type", "").equals("authorization_code")
                || !grant.redirect().equals(form.get("redirect_uri"))
                || !grant.client().equals(clientId(call, form))
                || !grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            return Reply.json(400, "{\"error\":\"invalid_grant\"}");
        }
        String idToken = tokens.token(grant.person(), grant.nonce());
        String accessToken = tokens.token(grant.person(), Optional.empty());
        return Reply.json(200, """
            {"token_type":"Bearer","expires_in":%d,"id_token":"%s","access_token":"%s","scope":"openid profile"}\
            """.formatted(Tokens.LIFE.toSeconds(), idToken, accessToken))
                .with("cache-control", "no-store");
    }

    private static String clientId(Call call, Map<String, String> form) {
        String header = call.headers().getOrDefault("authorization", "");
        if (!header.startsWith("Basic ")) {
            return form.getOrDefault("client_id", "");
        }
        String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        return java.net.URLDecoder.decode(pair.replaceFirst(":.*$", ""), StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(Call call) {
        Map<String, String> form = new HashMap<>(call.query());
        form.putAll(Percent.queryParameters(new String(call.body(), StandardCharsets.UTF_8)));
        return form;
    }

    private String code() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("SHA-256 belongs to every Java", cause);
        }
    }
}

package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signature Version 4 from the verifier's side, written from its description and not with the SDK. */
final class AwsSignature {

    static final String KEY_ID = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static final Pattern AUTHORIZATION = Pattern.compile("AWS4-HMAC-SHA256 "
            + "Credential=" + KEY_ID + "/(\\d{8})/([a-z0-9-]+)/([a-z]+)/aws4_request, ?"
            + "SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

    private AwsSignature() {}

    static boolean isGood(FakeHttp.Call call, String service) {
        var stated = AUTHORIZATION.matcher(call.header("Authorization"));
        if (!stated.matches() || !stated.group(3).equals(service)) {
            return false;
        }
        var headers = Arrays.stream(stated.group(4).split(";", -1))
                .map(name -> name + ":" + call.header(name).strip() + "\n")
                .collect(Collectors.joining());
        var canonical = "POST\n" + call.uri().getRawPath() + "\n\n" + headers + "\n" + stated.group(4) + "\n"
                + hex(sha256(call.body()));
        var scope = stated.group(1) + "/" + stated.group(2) + "/" + service + "/aws4_request";
        var toSign = "AWS4-HMAC-SHA256\n" + call.header("X-Amz-Date") + "\n" + scope + "\n"
                + hex(sha256(canonical.getBytes(UTF_8)));
        var key = ("AWS4" + SECRET).getBytes(UTF_8);
        for (var part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign)).equals(stated.group(5));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }
}

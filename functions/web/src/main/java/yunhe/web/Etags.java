package yunhe.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import yunhe.core.shared.Base64Url;

/** Answers 304 to whoever has the body already (RFC 9110, section 13.1.2). */
public final class Etags {

    private Etags() {}

    /** Adds the reply's {@code ETag}, a hash of its body, and drops the body when the client has it. */
    public static Reply conditional(Request request, Reply reply) {
        var tag = '"' + hash(reply.body()) + '"';
        var tagged = reply.withHeader("etag", tag);
        return request.header("if-none-match").filter(known -> isIn(known, tag)).isPresent()
                ? tagged.notModified()
                : tagged;
    }

    private static boolean isIn(String known, String tag) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || (one.startsWith("W/") ? one.substring(2) : one).equals(tag));
    }

    private static String hash(byte[] body) {
        try {
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("SHA-256 is part of every Java", cause);
        }
    }
}

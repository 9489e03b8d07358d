package yunhe.signin;

import java.util.Optional;
import yunhe.web.Problem;
import yunhe.web.ProblemCode;
import yunhe.web.Request;

/**
 * Holds off requests that another site makes a signed-in browser send. The session's cookie is {@code SameSite=Lax} and
 * so does not come with such a POST at all; this is the second lock.
 */
final class SameOrigin {

    private static final String OPAQUE = "null";

    private SameOrigin() {}

    static void require(Request request, Optional<String> publicUrl) {
        var site = request.header("sec-fetch-site");
        var own = request.baseUrl(publicUrl);
        // A page without referrer sends its own forms with the origin null, so that null alone tells nothing.
        boolean fromElsewhere = site.isPresent()
                ? !site.get().equals("same-origin")
                : request.header("origin")
                        .filter(origin -> !origin.equals(OPAQUE) && !origin.equalsIgnoreCase(own))
                        .isPresent();
        if (fromElsewhere) {
            throw Problem.of(ProblemCode.FORBIDDEN).exception();
        }
    }
}

package yunhe.pages;

import java.util.random.RandomGenerator;
import yunhe.core.shared.Base64Url;

/** The idempotency key that a form carries. */
final class RequestId {
    private static final int BYTES = 12;

    private RequestId() {}

    /** Kept while the same form goes back and forth, so that however often it is sent it is one sign-up. */
    static String of(SignUpForm form, RandomGenerator random) {
        var typed = form.value("requestId");
        boolean used = form.trouble()
                .filter(it -> it.code().equals("idempotency.mismatch"))
                .isPresent();
        return typed.isEmpty() || used ? fresh(random) : typed;
    }

    private static String fresh(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }
}

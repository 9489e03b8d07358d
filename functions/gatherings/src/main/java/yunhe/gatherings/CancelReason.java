package yunhe.gatherings;

import yunhe.web.Fields;
import yunhe.web.Request;

/** Why an organiser cancels a registration: may be left out, has to be readable. */
final class CancelReason {

    private static final int LENGTH_MAX = 500;

    private CancelReason() {}

    /** Leaves with 400 when there is a body and it is wrong. */
    static void check(Request request) {
        if (request.bytes().length > 0) {
            var fields = Fields.of(request.json());
            fields.bilingual("reason", LENGTH_MAX, true);
            fields.orRefuse();
        }
    }
}

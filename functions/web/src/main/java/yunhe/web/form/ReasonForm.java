package yunhe.web.form;

import java.util.Optional;
import yunhe.core.shared.Bilingual;
import yunhe.web.Fields;
import yunhe.web.Request;

/** Why an organiser cancels a registration: may be left out, has to be readable. */
public final class ReasonForm {

    public static final int LENGTH_MAX = 500;

    private ReasonForm() {}

    /** Leaves with 400 when there is a body and it is wrong. */
    public static Optional<Bilingual> parse(Request request) {
        if (request.bytes().length == 0) {
            return Optional.empty();
        }
        var fields = Fields.of(request.json());
        var reason = fields.bilingual("reason", LENGTH_MAX, true);
        fields.orRefuse();
        return reason;
    }
}

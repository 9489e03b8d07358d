package yunhe.web.form;

import java.util.Optional;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.shared.TypedText;
import yunhe.web.Body;
import yunhe.web.Fields;
import yunhe.web.Request;

/** The key by which a sender knows a request again. */
public final class IdempotencyKey {

    public static final int LENGTH_MAX = 100;

    private IdempotencyKey() {}

    /** From the header, or else from the form. Leaves with 400 when it is too long or has hidden characters. */
    public static Optional<String> of(Request request, Body body) {
        var header = request.header("idempotency-key").filter(key -> !key.isBlank());
        if (header.isEmpty() && !body.isForm()) {
            return Optional.empty();
        }
        var name = header.isPresent() ? "Idempotency-Key" : "requestId";
        var fields = Fields.of(body);
        if (header.isEmpty()) {
            var typed = fields.line(name, LENGTH_MAX);
            fields.orRefuse();
            return typed;
        }
        var key = header.get().strip();
        if (!TypedText.isLine(key)) {
            fields.refuse(name, Code.FORMAT);
        } else if (TypedText.length(key) > LENGTH_MAX) {
            fields.refuse(name, Code.TOO_LONG, LENGTH_MAX);
        }
        fields.orRefuse();
        return Optional.of(key);
    }
}

package yunhe.web.form;

import yunhe.web.Body;

/** People do not see this field; whoever fills it in is a program. */
public final class Honeypot {

    public static final String FIELD = "leave_this_empty";

    private Honeypot() {}

    public static boolean isFilled(Body body) {
        var trap = body.tree().path(FIELD);
        return !trap.isMissingNode() && !trap.isNull() && !trap.asText("filled").isBlank();
    }
}

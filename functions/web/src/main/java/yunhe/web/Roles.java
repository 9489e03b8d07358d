package yunhe.web;

/** Guards what needs a role. */
public final class Roles {

    private Roles() {}

    /** The caller, who has the role. Nobody is answered 401, somebody else 403. */
    public static Caller require(Request request, Role role) {
        var caller = request.caller()
                .orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED)
                        .withHeader("www-authenticate", "Bearer")
                        .exception());
        if (!caller.is(role)) {
            throw Problem.of(ProblemCode.FORBIDDEN).exception();
        }
        return caller;
    }
}

package yunhe.testkit.simulation;

/** The process ends here. An error, because nothing may catch it. */
public final class Death extends Error {

    private static final long serialVersionUID = 1L;

    Death(String process) {
        super(process + " died", null, false, false);
    }
}

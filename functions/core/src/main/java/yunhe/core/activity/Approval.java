package yunhe.core.activity;

/** Who decides about a sign-up that finds a place: nobody, or a reviewer. */
public enum Approval {
    AUTOMATIC,
    REVIEW
}

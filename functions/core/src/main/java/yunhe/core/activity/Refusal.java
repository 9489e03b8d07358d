package yunhe.core.activity;

/** Why something that is well formed is not done. The names are the contract's codes. */
public enum Refusal {
    NOT_FOUND,
    ALREADY_REGISTERED,
    ACTIVITY_FULL,
    ACTIVITY_CANCELLED,
    REGISTRATION_CLOSED,
    OFFER_EXPIRED,
    REGISTRATION_STATE,
    CANCEL_TOO_LATE,
    VERSION_STALE,
    IDEMPOTENCY_MISMATCH,
    TIMETABLE_PUBLISHED
}

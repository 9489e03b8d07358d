package yunhe.core.checkin;

/** What a door answers. */
public enum ScanResult {
    ADMITTED,
    ALREADY_ADMITTED,
    NOT_CONFIRMED,
    WRONG_ACTIVITY,
    TOO_EARLY,
    TOO_LATE,
    REVOKED,
    INVALID
}

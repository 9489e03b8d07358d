package yunhe.core.notice;

/** What has happened, whatever it has happened to. */
public enum News {
    CONFIRMED,
    WAITLISTED,
    PENDING,
    REJECTED,
    CANCELLED,
    OFFERED,
    PROMOTED,
    EXPIRED,
    /** Another time or place; other nights or another room. */
    CHANGED,
    /** The whole activity was cancelled. */
    CALLED_OFF,
    /** Their own meetings at a roadshow, as they are now. */
    MEETINGS,
    REMINDER,
    LINK
}

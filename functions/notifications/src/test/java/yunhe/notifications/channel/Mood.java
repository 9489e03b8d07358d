package yunhe.notifications.channel;

/** What the other side makes of the next messages. */
enum Mood {
    ACCEPTS,
    REFUSES,
    IS_BUSY,
    IS_AWAY
}

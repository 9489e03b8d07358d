package yunhe.notifications.message;

/** What a glance should tell: colour and sign. White text on each colour has a contrast of at least 4.5 to 1. */
enum Mood {
    GLAD("#0f7a4d", "✓"),
    WAITING("#a8570a", "…"),
    URGENT("#a8570a", "!"),
    OVER("#566669", "–"),
    PLAIN("#0d6b68", "→");

    private final String colour;
    private final String sign;

    Mood(String colour, String sign) {
        this.colour = colour;
        this.sign = sign;
    }

    static Mood of(Occasion occasion) {
        return switch (occasion.notice().kind().news()) {
            case CONFIRMED, PROMOTED -> GLAD;
            case WAITLISTED, PENDING -> WAITING;
            case OFFERED, CHANGED -> URGENT;
            case CANCELLED, CALLED_OFF, REJECTED, EXPIRED -> OVER;
            case MEETINGS -> occasion.situation() == Situation.MEETINGS_CHANGED ? URGENT : PLAIN;
            case LINK, REMINDER -> PLAIN;
        };
    }

    String colour() {
        return colour;
    }

    String sign() {
        return sign;
    }
}

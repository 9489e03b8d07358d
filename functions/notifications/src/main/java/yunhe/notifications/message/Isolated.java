package yunhe.notifications.message;

/** Text that runs from right to left, kept from reordering what stands around it (UAX #9, section 2.4). */
final class Isolated {

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";

    private Isolated() {}

    static String of(String text) {
        boolean rightToLeft = text.codePoints().anyMatch(Isolated::isRightToLeft);
        return rightToLeft ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE : text;
    }

    private static boolean isRightToLeft(int sign) {
        byte direction = Character.getDirectionality(sign);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}

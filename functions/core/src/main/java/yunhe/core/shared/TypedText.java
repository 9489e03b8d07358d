package yunhe.core.shared;

import java.text.Normalizer;

/**
 * Rules for what a person types: trimmed, in NFC, and free of characters that hide or reorder others.
 *
 * <p>Zero-width joiners and variation selectors are allowed only inside emoji (UTS #51), where they are part of one
 * sign.
 */
public final class TypedText {

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private TypedText() {}

    public static String tidy(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    /** Whether a tidy line has no control, bidi or zero-width character and no lone surrogate. */
    public static boolean isLine(String text) {
        return isClean(text, false);
    }

    /** Like {@link #isLine}, with line breaks allowed. */
    public static boolean isLines(String text) {
        return isClean(text, true);
    }

    /** Length as a person counts it: in code points, not in UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isClean(String text, boolean lines) {
        int previous = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean lineBreak = c == '\n' || c == '\r';
            if (lineBreak ? !lines : isHidden(c) && !joinsEmoji(c, previous, text, next)) {
                return false;
            }
            previous = c;
            i = next;
        }
        return true;
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            // FORMAT holds bidi controls, zero-width characters, soft hyphens and tags.
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            // U+FFFD stands where bytes were no text: what was typed is lost already.
            default ->
                c == 0xFFFD || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
        };
    }

    private static boolean joinsEmoji(int c, int previous, String text, int next) {
        return c == ZERO_WIDTH_JOINER
                && previous >= 0
                && isEmojiPart(previous)
                && next < text.length()
                && Character.isEmoji(text.codePointAt(next));
    }

    private static boolean isEmojiPart(int c) {
        return c > 0x7F && Character.isEmoji(c) || Character.isEmojiModifier(c) || c == 0xFE0F;
    }
}

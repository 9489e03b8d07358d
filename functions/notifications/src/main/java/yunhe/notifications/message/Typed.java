package yunhe.notifications.message;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people and organisers typed, made harmless for the text around it: a line stays one line, and what runs from
 * right to left reorders nothing else (UAX #9, section 2.4). Escaping is for whoever knows the format.
 */
final class Typed {

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_DIRECTIONAL_ISOLATE = "\u2069";
    private static final String ELLIPSIS = "…";

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\s]+");

    /** Refused by every form already; here in case that a text came another way. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\p{Cs}]");

    private static final Pattern TRAILING = Pattern.compile("[\\s\\p{Po}\\p{Pd}\\p{Ps}\\p{Pi}]+$");

    private Typed() {}

    static String line(String text) {
        return isolated(plain(text));
    }

    /** At most this many signs as readers count them: an emoji of several people is one. No word is torn. */
    static String shortLine(String text, int signsMax) {
        return isolated(cut(plain(text), signsMax));
    }

    static List<String> lines(String text) {
        return LINE_BREAK
                .splitAsStream(text)
                .map(Typed::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return UNSEEN.matcher(GAP.matcher(text).replaceAll(" ")).replaceAll("").strip();
    }

    private static String cut(String text, int signsMax) {
        var signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(text);
        int end = signs.next(signsMax);
        if (end == BreakIterator.DONE || end == text.length()) {
            return text;
        }
        var kept = text.substring(0, signs.previous());
        int word = kept.lastIndexOf(' ');
        return TRAILING.matcher(word > kept.length() / 2 ? kept.substring(0, word) : kept)
                        .replaceFirst("")
                + ELLIPSIS;
    }

    private static String isolated(String text) {
        boolean rightToLeft = text.codePoints().anyMatch(Typed::isRightToLeft);
        return rightToLeft ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE : text;
    }

    private static boolean isRightToLeft(int sign) {
        byte direction = Character.getDirectionality(sign);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}

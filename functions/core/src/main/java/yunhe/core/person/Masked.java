package yunhe.core.person;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How names and contacts look in lists and at the door. */
public final class Masked {

    private Masked() {}

    /**
     * The first character of each word stays, and the last of a Chinese name of three or more: {@code 韩梅梅 → 韩*梅},
     * {@code 李雷 → 李*}, {@code Anna Schmidt → A*** S******}.
     */
    public static String name(String name) {
        return Stream.of(name.split(" ", -1)).map(Masked::word).collect(Collectors.joining(" "));
    }

    /** {@code +8613800000001 → +86138****0001}. */
    public static String phone(Phone phone) {
        var digits = phone.e164();
        int shownEnd = Math.min(4, digits.length() / 3);
        int hidden = Math.min(4, digits.length() - shownEnd);
        return digits.substring(0, digits.length() - shownEnd - hidden)
                + "*".repeat(hidden)
                + digits.substring(digits.length() - shownEnd);
    }

    /** {@code han@example.com → h**@example.com}. */
    public static String email(Email email) {
        var address = email.address();
        int at = address.lastIndexOf('@');
        return word(address.substring(0, at)) + address.substring(at);
    }

    private static String word(String word) {
        int[] signs = word.codePoints().toArray();
        if (signs.length <= 1) {
            return word;
        }
        boolean chinese = signs.length >= 3 && word.codePoints().allMatch(Character::isIdeographic);
        int tail = chinese ? 1 : 0;
        return Character.toString(signs[0])
                + "*".repeat(signs.length - 1 - tail)
                + (chinese ? Character.toString(signs[signs.length - 1]) : "");
    }
}

package yunhe.core.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import yunhe.core.shared.TypedText;

/** An e-mail address as its owner writes it. */
public record Email(String address) {

    /** RFC 5321, section 4.5.3.1.3: a path of 256 octets with its angle brackets. */
    public static final int LENGTH_MAX = 254;

    // Deliverability is the mail server's business; this refuses what cannot be an address and what could break a
    // header.
    private static final Pattern PLAUSIBLE = Pattern.compile(
            "[^\\s@<>\"(),:;\\[\\]\\\\.]+(\\.[^\\s@<>\"(),:;\\[\\]\\\\.]+)*@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*");

    public static Optional<Email> parse(String typed) {
        var line = TypedText.tidy(typed);
        var text = line.replaceAll("\\s+", "");
        return text.length() <= LENGTH_MAX
                        && TypedText.isLine(line)
                        && PLAUSIBLE.matcher(text).matches()
                ? Optional.of(new Email(text))
                : Optional.empty();
    }

    /** The spelling under which two addresses are one: without case and spaces. */
    public String folded() {
        return address.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Email[hidden]";
    }
}

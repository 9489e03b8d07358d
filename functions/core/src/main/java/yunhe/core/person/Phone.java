package yunhe.core.person;

import java.util.regex.Pattern;

/** A phone number in E.164. */
public record Phone(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

    public Phone {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    @Override
    public String toString() {
        return "Phone[hidden]";
    }
}

package yunhe.pages;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import yunhe.core.shared.Language;

/**
 * What was typed about a profile, under the names that the page's own fields have. A form on another site may name
 * money in yuan and the other language of a pitch; what was typed there is kept as well.
 */
final class ProfileTyped {

    private static final List<String> MONEY = List.of("profile.seeking", "profile.ticketMin", "profile.ticketMax");
    private static final String WAN = "Wan";
    private static final Pattern YUAN = Pattern.compile("[0-9]{1,13}");

    private ProfileTyped() {}

    static SignUpForm of(SignUpForm form, Language language) {
        var typed = new LinkedHashMap<>(form.typed());
        var errors = new LinkedHashMap<String, String>();
        var pitch = "profile.pitch." + language.code();
        form.errors().forEach((field, error) -> errors.putIfAbsent(shownAs(field, pitch), error));
        for (var name : MONEY) {
            inWan(form.value(name)).ifPresent(wan -> typed.putIfAbsent(name + WAN, List.of(wan)));
        }
        for (var other : Language.values()) {
            rename(typed, "profile.pitch." + other.code(), pitch);
        }
        return new SignUpForm(typed, errors, form.trouble());
    }

    private static void rename(Map<String, List<String>> typed, String from, String to) {
        var values = typed.get(from);
        if (values != null) {
            typed.putIfAbsent(to, values);
        }
    }

    private static String shownAs(String field, String pitch) {
        if (field.startsWith("profile.pitch")) {
            return pitch;
        }
        // Nothing at all was said: the first field that has to be filled in says so.
        return field.equals("profile") ? "profile.sectors" : MONEY.contains(field) ? field + WAN : field;
    }

    private static Optional<String> inWan(String yuan) {
        var text = yuan.strip();
        return YUAN.matcher(text).matches()
                ? Optional.of(new BigDecimal(text)
                        .movePointLeft(4)
                        .stripTrailingZeros()
                        .toPlainString())
                : Optional.empty();
    }
}

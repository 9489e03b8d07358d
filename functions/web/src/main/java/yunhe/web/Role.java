package yunhe.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. Each role includes those before it. */
public enum Role {
    STAFF,
    ORGANISER,
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    static Optional<Role> parse(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}

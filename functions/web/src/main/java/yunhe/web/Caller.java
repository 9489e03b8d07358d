package yunhe.web;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who calls, as the gateway's authorizer has verified it. */
public record Caller(String subject, Set<Role> roles) {

    // The gateway hands over every claim as text; an array looks like [a b].
    private static final Pattern SEPARATORS = Pattern.compile("[\\[\\]\\s,\"]+");

    public boolean is(Role role) {
        return roles.stream().anyMatch(own -> own.includes(role));
    }

    static Caller ofClaims(String subject, String roles) {
        return new Caller(
                subject,
                SEPARATORS
                        .splitAsStream(roles)
                        .flatMap(name -> Role.parse(name).stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}

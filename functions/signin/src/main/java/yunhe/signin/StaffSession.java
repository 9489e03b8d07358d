package yunhe.signin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yunhe.web.Role;
import yunhe.web.form.Codes;

/**
 * Who is signed in.
 *
 * @param subject the issuer's id of the person, the actor of what they do
 * @param name what the page calls them
 */
public record StaffSession(String subject, String name, Set<Role> roles) {

    private static final Map<String, Role> ROLES = Codes.byCode(Role.values());
    private static final int NAME_LENGTH_MAX = 80;
    private static final String SUBJECT_KEY = "sub";
    private static final String NAME_KEY = "name";
    private static final String ROLES_KEY = "roles";

    public StaffSession {
        name = name.codePoints()
                .limit(NAME_LENGTH_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        roles = Set.copyOf(roles);
    }

    /** @param roles as the issuer spells them; others than ours are another system's business */
    static StaffSession of(String subject, String name, Set<String> roles) {
        var known = roles.stream().filter(ROLES::containsKey).map(ROLES::get).collect(Collectors.toUnmodifiableSet());
        return new StaffSession(subject, name, known);
    }

    public boolean is(Role role) {
        return roles.stream().anyMatch(own -> own.includes(role));
    }

    Map<String, Object> toCookie() {
        var spelled = roles.stream().sorted().map(Codes::of).toList();
        return Map.of(SUBJECT_KEY, subject, NAME_KEY, name, ROLES_KEY, spelled);
    }

    static Optional<StaffSession> ofCookie(Map<String, Object> content) {
        return content.get(SUBJECT_KEY) instanceof String subject
                        && content.get(NAME_KEY) instanceof String name
                        && content.get(ROLES_KEY) instanceof List<?> roles
                ? Optional.of(of(subject, name, texts(roles)))
                : Optional.empty();
    }

    static Set<String> texts(List<?> values) {
        var texts = new LinkedHashSet<String>();
        for (var value : values) {
            if (value instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }
}

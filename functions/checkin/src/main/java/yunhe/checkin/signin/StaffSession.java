package yunhe.checkin.signin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed in at the door.
 *
 * @param subject the issuer's id of the person, the actor of what they do
 * @param name what the page calls them
 */
public record StaffSession(String subject, String name, Set<String> roles) {

    private static final Set<String> STAFF_ROLES = Set.of("staff", "organiser", "admin");
    private static final Set<String> ORGANISER_ROLES = Set.of("organiser", "admin");
    private static final int NAME_LENGTH_MAX = 80;
    private static final String SUBJECT_KEY = "sub";
    private static final String NAME_KEY = "name";
    private static final String ROLES_KEY = "roles";

    public StaffSession {
        name = name.codePoints()
                .limit(NAME_LENGTH_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // Other roles are another system's business, and a cookie has little room.
        roles = roles.stream().filter(STAFF_ROLES::contains).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    /** Every role that scans: {@code admin} includes {@code organiser} includes {@code staff}. */
    public boolean isStaff() {
        return !roles.isEmpty();
    }

    public boolean isOrganiser() {
        return roles.stream().anyMatch(ORGANISER_ROLES::contains);
    }

    public Map<String, Object> toCookie() {
        return Map.of(SUBJECT_KEY, subject, NAME_KEY, name, ROLES_KEY, List.copyOf(roles));
    }

    public static Optional<StaffSession> ofCookie(Map<String, Object> content) {
        return content.get(SUBJECT_KEY) instanceof String subject
                        && content.get(NAME_KEY) instanceof String name
                        && content.get(ROLES_KEY) instanceof List<?> roles
                ? Optional.of(new StaffSession(subject, name, texts(roles))).filter(StaffSession::isStaff)
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

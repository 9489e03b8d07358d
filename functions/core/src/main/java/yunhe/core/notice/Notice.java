package yunhe.core.notice;

import yunhe.core.activity.RegistrationId;

/**
 * One fact to be told to one person.
 *
 * @param version the registration's version that made the fact, or the count of link requests
 */
public record Notice(RegistrationId about, NoticeKind kind, long version) {

    /** The key under which it is told once, whatever is delivered twice. */
    public String key() {
        return about.value() + "|" + kind.code() + "|" + version;
    }
}

package yunhe.core.notice;

import java.util.Arrays;
import java.util.Optional;
import yunhe.core.shared.Subject.Sort;

/** What a message tells, and about what. The codes are the contract's. */
public enum NoticeKind {
    CONFIRMED("registration.confirmed", Sort.REGISTRATION, News.CONFIRMED),
    WAITLISTED("registration.waitlisted", Sort.REGISTRATION, News.WAITLISTED),
    PENDING("registration.pending", Sort.REGISTRATION, News.PENDING),
    REJECTED("registration.rejected", Sort.REGISTRATION, News.REJECTED),
    CANCELLED("registration.cancelled", Sort.REGISTRATION, News.CANCELLED),
    OFFERED("registration.offered", Sort.REGISTRATION, News.OFFERED),
    PROMOTED("registration.promoted", Sort.REGISTRATION, News.PROMOTED),
    EXPIRED("registration.expired", Sort.REGISTRATION, News.EXPIRED),
    ACTIVITY_CHANGED("activity.changed", Sort.REGISTRATION, News.CHANGED),
    ACTIVITY_CANCELLED("activity.cancelled", Sort.REGISTRATION, News.CALLED_OFF),
    MEETINGS_PUBLISHED("meetings.published", Sort.REGISTRATION, News.MEETINGS),
    REMINDER("reminder", Sort.REGISTRATION, News.REMINDER),
    LINK("link", Sort.REGISTRATION, News.LINK),
    STAY_CONFIRMED("stay.confirmed", Sort.STAY, News.CONFIRMED),
    STAY_WAITLISTED("stay.waitlisted", Sort.STAY, News.WAITLISTED),
    STAY_PENDING("stay.pending", Sort.STAY, News.PENDING),
    STAY_REJECTED("stay.rejected", Sort.STAY, News.REJECTED),
    STAY_CANCELLED("stay.cancelled", Sort.STAY, News.CANCELLED),
    STAY_OFFERED("stay.offered", Sort.STAY, News.OFFERED),
    STAY_PROMOTED("stay.promoted", Sort.STAY, News.PROMOTED),
    STAY_EXPIRED("stay.expired", Sort.STAY, News.EXPIRED),
    STAY_CHANGED("stay.changed", Sort.STAY, News.CHANGED);

    private final String code;
    private final Sort sort;
    private final News news;

    NoticeKind(String code, Sort sort, News news) {
        this.code = code;
        this.sort = sort;
        this.news = news;
    }

    public String code() {
        return code;
    }

    /** Of what its notices are. */
    public Sort sort() {
        return sort;
    }

    public News news() {
        return news;
    }

    public static Optional<NoticeKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}

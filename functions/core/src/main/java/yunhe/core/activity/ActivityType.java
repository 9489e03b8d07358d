package yunhe.core.activity;

import java.util.Arrays;
import java.util.Optional;

/** What people sign up for. The order is part of every registration's id: add at the end. */
public enum ActivityType {
    GATHERING("gath_", "gathering"),
    ROADSHOW("show_", "roadshow");

    private final String idPrefix;
    private final String code;

    ActivityType(String idPrefix, String code) {
        this.idPrefix = idPrefix;
        this.code = code;
    }

    public String idPrefix() {
        return idPrefix;
    }

    public String code() {
        return code;
    }

    static Optional<ActivityType> ofId(String id) {
        return Arrays.stream(values())
                .filter(type -> id.startsWith(type.idPrefix))
                .findFirst();
    }
}

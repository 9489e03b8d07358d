package yunhe.core.activity;

import java.util.Arrays;
import java.util.Optional;

/** What people sign up for. The order is part of every registration's id: add at the end. */
public enum ActivityType {
    GATHERING("gath_", "gathering", "/gatherings", "/g"),
    ROADSHOW("show_", "roadshow", "/roadshows", "/r");

    private final String idPrefix;
    private final String code;
    private final String collection;
    private final String pages;

    ActivityType(String idPrefix, String code, String collection, String pages) {
        this.idPrefix = idPrefix;
        this.code = code;
        this.collection = collection;
        this.pages = pages;
    }

    public String idPrefix() {
        return idPrefix;
    }

    public String code() {
        return code;
    }

    /** Where programs find all of this type, from the root of the deployment. */
    public String collection() {
        return collection;
    }

    String pages() {
        return pages;
    }

    static Optional<ActivityType> ofId(String id) {
        return Arrays.stream(values())
                .filter(type -> id.startsWith(type.idPrefix))
                .findFirst();
    }
}

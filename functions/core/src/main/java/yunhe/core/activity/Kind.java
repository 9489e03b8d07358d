package yunhe.core.activity;

/** Kinds of gathering. A roadshow has none. */
public enum Kind {
    MIXER,
    SALON,
    CITY_WALK,
    VISIT,
    CONFERENCE,
    OUTDOOR
}

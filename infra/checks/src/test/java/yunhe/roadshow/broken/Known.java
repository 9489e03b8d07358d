package yunhe.roadshow.broken;

/** What {@link yunhe.core.broken.KnowsTooMuch} should not know. */
public final class Known {}

package yunhe.core.shared;

/**
 * What a person has asked for and holds, by its id: a notice is about one, a ticket is for one. Ids of every sort are
 * equally long, so that tickets and notices are too.
 */
public interface Subject {

    /** Bytes of {@link #bytes()}. */
    int ID_BYTES = 24;

    Sort sort();

    /** The id as people and stores see it; its prefix says of which sort it is. */
    String value();

    /** The id without its prefix. */
    byte[] bytes();

    /** What it is. */
    enum Sort {
        REGISTRATION,
        STAY
    }
}

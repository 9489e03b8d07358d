package yunhe.core.lodging;

/**
 * Something a reviewer can check.
 *
 * @param kind as in {@code graduation}
 * @param reference where or under which number it can be looked up
 */
public record Proof(String kind, String reference) {

    public static final int REFERENCE_LENGTH_MAX = 300;

    @Override
    public String toString() {
        return "Proof[" + kind + "]";
    }
}

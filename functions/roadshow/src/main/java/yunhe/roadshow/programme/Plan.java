package yunhe.roadshow.programme;

/**
 * How the pitches share the room below the head: in one column or two, and how high each is.
 *
 * @param rows in each column
 * @param height of a row, in points
 */
record Plan(int columns, int rows, float height) {

    /** More than these are easier to read in two columns. */
    private static final int ONE_COLUMN_MAX = 20;

    private static final float HEIGHT_MAX = 52;

    /** From this height on there is room for a line of its own for sectors and stage. */
    private static final float THREE_LINES_FROM = 29;

    private static final float GUTTER = 22;

    /** @param room height in points */
    static Plan of(int pitches, float room) {
        int columns = pitches > ONE_COLUMN_MAX ? 2 : 1;
        int rows = Math.max(1, Math.ceilDiv(pitches, columns));
        return new Plan(columns, rows, Math.min(HEIGHT_MAX, room / rows));
    }

    boolean isNarrow() {
        return columns > 1;
    }

    boolean hasThreeLines() {
        return isNarrow() && height >= THREE_LINES_FROM;
    }

    float columnWidth(float width) {
        return (width - (columns - 1) * GUTTER) / columns;
    }

    /** Where a column begins, from the left end of the first. */
    float columnAt(int column, float width) {
        return column * (columnWidth(width) + GUTTER);
    }

    /** Size of an organisation's name. */
    float nameSize() {
        if (!isNarrow()) {
            return between(10.5f, height * 0.29f, 14);
        }
        return hasThreeLines() ? between(8.6f, height * 0.28f, 11) : between(8.2f, height * 0.37f, 9.5f);
    }

    float smallSize() {
        return nameSize() * (isNarrow() ? 0.8f : 0.76f);
    }

    private static float between(float least, float size, float most) {
        return Math.clamp(size, least, most);
    }
}

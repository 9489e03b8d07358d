package yunhe.roadshow.programme;

/**
 * How a line of text looks.
 *
 * @param size in points
 */
record Style(Typeface face, float size, Tint tint) {

    static Style regular(float size, Tint tint) {
        return new Style(Typeface.regular(), size, tint);
    }

    static Style bold(float size, Tint tint) {
        return new Style(Typeface.bold(), size, tint);
    }

    String printable(String text) {
        return face.printable(text);
    }

    float width(String printable) {
        return face.width(printable, size);
    }

    String cut(String text, float width) {
        return face.cut(printable(text), size, width);
    }
}

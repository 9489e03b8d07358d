package yunhe.roadshow.programme;

import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfTextArray;

/**
 * The Chinese font has its wide punctuation in the middle of the square, as in Taipei. In Hangzhou a comma stands right
 * behind its word, and a bracket at what it encloses.
 */
final class Punctuation {

    private static final String AT_THE_LEFT = "，．：；！？）］｝";
    private static final String AT_THE_RIGHT = "（［｛";

    /** Between the sign and the edge of its square, in thousandths of the size. */
    private static final int MARGIN = 90;

    private static final int SQUARE = 1000;

    private Punctuation() {}

    /** The text with the moves that put each sign where it belongs; as wide as without. */
    static PdfTextArray inItsPlace(Typeface.Run run) {
        var text = run.text();
        var array = new PdfTextArray();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            int move = move(run.font(), text.charAt(i));
            if (move != 0) {
                array.add(text.substring(from, i));
                array.add(-move);
                array.add(text.substring(i, i + 1));
                array.add(move);
                from = i + 1;
            }
        }
        array.add(text.substring(from));
        return array;
    }

    /** How far to the right, in thousandths of the size. */
    private static int move(BaseFont font, char sign) {
        boolean isLeft = AT_THE_LEFT.indexOf(sign) >= 0;
        if (!isLeft && AT_THE_RIGHT.indexOf(sign) < 0) {
            return 0;
        }
        // Left, bottom, right, top of what is drawn.
        var box = font.getCharBBox(sign);
        return box == null ? 0 : isLeft ? MARGIN - box[0] : SQUARE - MARGIN - box[2];
    }
}

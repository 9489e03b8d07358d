package yunhe.roadshow.programme;

import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;

/** What can be put on the page. Points, from its lower left corner. */
record Paper(PdfContentByte content) {

    static final float WIDTH = PageSize.A4.getWidth();
    static final float HEIGHT = PageSize.A4.getHeight();

    private static final float HAIR = 0.6f;

    /** How much of its size a bolder character is drawn round its outline with. */
    private static final float BOLDER = 0.032f;

    /** @param baseline of the line of text, whose left end is at {@code x} */
    void text(Style style, float x, float baseline, String text) {
        float at = x;
        content.beginText();
        fill(style.tint());
        stroke(style.tint());
        for (var run : style.face().runs(style.printable(text))) {
            content.setTextRenderingMode(
                    run.isBolder()
                            ? PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE
                            : PdfContentByte.TEXT_RENDER_MODE_FILL);
            content.setLineWidth(style.size() * BOLDER);
            content.setFontAndSize(run.font(), style.size());
            content.setTextMatrix(at, baseline);
            content.showText(Punctuation.inItsPlace(run));
            at += run.font().getWidthPoint(run.text(), style.size());
        }
        content.endText();
    }

    /** @param x where the text ends */
    void textUpTo(Style style, float x, float baseline, String text) {
        text(style, x - style.width(style.printable(text)), baseline, text);
    }

    void across(float x, float y, float width) {
        line(x, y, x + width, y);
    }

    private void line(float fromX, float fromY, float toX, float toY) {
        stroke(Tint.LINE);
        content.setLineWidth(HAIR);
        content.moveTo(fromX, fromY);
        content.lineTo(toX, toY);
        content.stroke();
    }

    /** Water: a line that rises and falls as often as it is told. */
    void wave(Tint tint, float x, float y, float width, int times) {
        float length = width / times;
        float height = length / 9;
        stroke(tint);
        content.setLineWidth(1.2f);
        content.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        content.moveTo(x, y);
        for (int i = 0; i < times; i++) {
            float from = x + i * length;
            content.curveTo(from + length / 6, y + height, from + length / 3, y + height, from + length / 2, y);
            content.curveTo(from + length * 2 / 3, y - height, from + length * 5 / 6, y - height, from + length, y);
        }
        content.stroke();
    }

    private void fill(Tint tint) {
        content.setRGBColorFill(tint.red(), tint.green(), tint.blue());
    }

    private void stroke(Tint tint) {
        content.setRGBColorStroke(tint.red(), tint.green(), tint.blue());
    }
}

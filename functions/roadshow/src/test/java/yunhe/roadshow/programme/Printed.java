package yunhe.roadshow.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A PDF as another library reads it.
 *
 * @param glyphs of all pages, where they stand
 */
record Printed(int pages, String title, String language, boolean isEmbedded, String text, List<TextPosition> glyphs) {

    static Printed of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new Reader();
            reader.setSortByPosition(true);
            var text = reader.getText(document);
            return new Printed(
                    document.getNumberOfPages(),
                    document.getDocumentInformation().getTitle(),
                    document.getDocumentCatalog().getLanguage(),
                    isEmbedded(document),
                    text,
                    reader.glyphs);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static boolean isEmbedded(PDDocument document) throws IOException {
        var resources = document.getPage(0).getResources();
        boolean all = true;
        for (COSName name : resources.getFontNames()) {
            all &= resources.getFont(name).isEmbedded();
        }
        return all;
    }

    /** Glyphs of which a part is nearer to the page's edge than this, in points. */
    List<String> nearerToTheEdgeThan(float margin) {
        return glyphs.stream()
                .filter(glyph -> glyph.getX() < margin
                        || glyph.getX() + glyph.getWidth() > glyph.getPageWidth() - margin
                        || glyph.getY() > glyph.getPageHeight() - margin
                        || glyph.getY() - glyph.getHeight() < margin)
                .map(glyph -> glyph.getUnicode() + " at " + glyph.getX() + ", " + glyph.getY())
                .toList();
    }

    /**
     * Glyphs that stand on the one before them in the line. A sign that was moved may reach into its neighbour's
     * square.
     */
    List<String> overlapping() {
        var found = new ArrayList<String>();
        var sorted = glyphs.stream()
                .sorted(Comparator.comparingDouble(TextPosition::getY).thenComparingDouble(TextPosition::getX))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            var glyph = sorted.get(i);
            float overlap = before.getX() + before.getWidth() - glyph.getX();
            if (before.getY() == glyph.getY() && overlap > before.getFontSizeInPt() / 2) {
                found.add(before.getUnicode() + glyph.getUnicode() + " at " + glyph.getX() + ", " + glyph.getY());
            }
        }
        return found;
    }

    /** Whether some glyph is the box that stands for a missing one. */
    boolean hasMissing() {
        return glyphs.stream().anyMatch(glyph -> glyph.getCharacterCodes()[0] == 0);
    }

    private static final class Reader extends PDFTextStripper {
        private final List<TextPosition> glyphs = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition glyph) {
            if (!glyph.getUnicode().isBlank()) {
                glyphs.add(glyph);
            }
            super.processTextPosition(glyph);
        }
    }
}

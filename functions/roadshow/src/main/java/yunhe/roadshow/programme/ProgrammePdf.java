package yunhe.roadshow.programme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import yunhe.core.roadshow.Programme;
import yunhe.core.shared.Language;

/** A programme as PDF: one page of A4. The same programme gives the same bytes. */
public final class ProgrammePdf {

    /** As many as the page holds and one can still read; how many more there are is said below. */
    public static final int PITCHES_MAX = 60;

    private static final float SIDE = 42.5f;
    private static final float TOP = Paper.HEIGHT - 40;
    private static final float BOTTOM = 30;
    private static final float FOOT = 18;

    /** How long each wave is in the line that stands for a pause. */
    private static final float PAUSE = 14;

    private static final float WIDTH = Paper.WIDTH - 2 * SIDE;

    public byte[] render(Programme programme, Language language) {
        var words = new Words(programme, language);
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4)) {
            var writer = PdfWriter.getInstance(document, bytes);
            writer.setPdfVersion(PdfWriter.VERSION_1_7);
            document.addTitle(words.title());
            document.open();
            // The library has read the clock.
            writer.getInfo().remove(PdfName.CREATIONDATE);
            writer.getExtraCatalog()
                    .put(PdfName.LANG, new PdfString(language.locale().toLanguageTag()));
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            var id = id(programme, language);
            writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
            put(words, new Paper(writer.getDirectContent()));
        }
        return bytes.toByteArray();
    }

    private static void put(Words words, Paper paper) {
        float top = new Head(paper, words).put(SIDE, TOP, WIDTH);
        var pitches = words.programme().pitches();
        var shown = pitches.subList(0, Math.min(PITCHES_MAX, pitches.size()));
        var plan = Plan.of(shown.size(), top - BOTTOM - FOOT);
        var row = new Row(paper, plan, words);
        float width = plan.columnWidth(WIDTH);
        for (int i = 0; i < shown.size(); i++) {
            float x = SIDE + plan.columnAt(i / plan.rows(), WIDTH);
            float y = top - i % plan.rows() * plan.height();
            row.put(shown.get(i), x, y, width);
            if (i + 1 < shown.size()
                    && shown.get(i + 1).startsAt().isAfter(shown.get(i).endsAt())) {
                paper.wave(Tint.RIPPLE, x, y - plan.height(), width, Math.round(width / PAUSE));
            } else {
                paper.across(x, y - plan.height(), width);
            }
        }
        foot(words, paper, pitches.size() - shown.size());
    }

    private static void foot(Words words, Paper paper, int left) {
        var style = Style.regular(8, Tint.SOFT);
        paper.text(style, SIDE, BOTTOM, left > 0 ? words.left(left) : words.count());
        paper.textUpTo(style, SIDE + WIDTH, BOTTOM, "yunhe 运河");
    }

    /** A PDF names itself by something that no other has. */
    private static byte[] id(Programme programme, Language language) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((language + " " + programme).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("SHA-256 is part of every Java", cause);
        }
    }
}

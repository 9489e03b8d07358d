package yunhe.roadshow.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.BaseFont;

/**
 * Two fonts that read as one: the first has Latin, Greek and Cyrillic letters, the second Chinese characters and kana.
 *
 * @param isBold the second has a single weight and is drawn bolder
 */
record Typeface(BaseFont latin, BaseFont chinese, boolean isBold) {

    private static final String ELLIPSIS = "…";

    private static final Pattern ENDS_IN_SEPARATORS = Pattern.compile("[\\s\\p{Punct}·、，。；：（]+$");

    /** Where printers lack a character, 〓 shows that there was one. */
    private static final int GETA = 0x3013;

    static Typeface regular() {
        return Loaded.REGULAR;
    }

    static Typeface bold() {
        return Loaded.BOLD;
    }

    /** One line without what the fonts cannot show: signs such as emoji are left out, letters become 〓. */
    String printable(String text) {
        var line = new StringBuilder();
        text.codePoints().map(c -> Character.isWhitespace(c) ? ' ' : c).forEach(c -> {
            if (has(c)) {
                line.appendCodePoint(c);
            } else if (Character.isLetterOrDigit(c)) {
                line.appendCodePoint(GETA);
            }
        });
        return line.toString().strip().replaceAll(" {2,}", " ");
    }

    private boolean has(int c) {
        return latin.charExists(c) || chinese.charExists(c);
    }

    /**
     * A printable text in parts that one of the fonts shows. Both fonts keep to the basic plane, so that there are no
     * surrogates.
     */
    List<Run> runs(String printable) {
        var runs = new ArrayList<Run>();
        int from = 0;
        for (int to = 1; to <= printable.length(); to++) {
            boolean isLatin = latin.charExists(printable.charAt(from));
            if (to == printable.length() || latin.charExists(printable.charAt(to)) != isLatin) {
                runs.add(new Run(isLatin ? latin : chinese, isBold && !isLatin, printable.substring(from, to)));
                from = to;
            }
        }
        return runs;
    }

    /** In points. */
    float width(String printable, float size) {
        float width = 0;
        for (var run : runs(printable)) {
            width += run.font().getWidthPoint(run.text(), size);
        }
        return width;
    }

    /** The text, or as much of its beginning as leaves room for an ellipsis. */
    String cut(String printable, float size, float width) {
        if (width(printable, size) <= width) {
            return printable;
        }
        float room = width - width(ELLIPSIS, size);
        int end = 0;
        while (end < printable.length()) {
            room -= width(printable.substring(end, end + 1), size);
            if (room < 0) {
                break;
            }
            end++;
        }
        return ENDS_IN_SEPARATORS.matcher(printable.substring(0, end)).replaceFirst("") + ELLIPSIS;
    }

    /** @param isBolder to be drawn bolder than the font has it */
    record Run(BaseFont font, boolean isBolder, String text) {}

    /** Read when the first programme is printed, so that nobody else waits for it. */
    private static final class Loaded {
        private static final BaseFont CHINESE = FontFile.read("DroidSansFallbackFull.ttf", 0);
        static final Typeface REGULAR = new Typeface(FontFile.read("OpenSans-Regular.ttf", 1), CHINESE, false);
        static final Typeface BOLD = new Typeface(FontFile.read("OpenSans-Semibold.ttf", 2), CHINESE, true);
    }
}

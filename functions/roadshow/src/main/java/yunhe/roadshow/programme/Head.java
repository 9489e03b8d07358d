package yunhe.roadshow.programme;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** The head of the page: what it is, when and where. */
final class Head {

    private static final Style HEADING = Style.bold(9.5f, Tint.SEAL);
    private static final Style WHEN = Style.bold(11.5f, Tint.INK);
    private static final Style WHERE = Style.regular(10, Tint.INK);
    private static final Style SOFT = Style.regular(8.5f, Tint.SOFT);
    private static final float[] TITLE_SIZES = {25, 21, 18};
    private static final int TITLE_LINES_MAX = 2;

    private final Paper paper;
    private final Words words;

    Head(Paper paper, Words words) {
        this.paper = paper;
        this.words = words;
    }

    /** Answers how far down it reaches. */
    float put(float x, float top, float width) {
        float y = top - HEADING.size();
        paper.text(HEADING, x, y, words.heading());
        y -= 8;
        var title = title(width);
        for (var line : lines(title, width)) {
            y -= title.size() * 1.18f;
            paper.text(title, x, y, line);
        }
        y -= 24;
        paper.text(WHEN, x, y, words.when());
        paper.textUpTo(SOFT, x + width, y, words.zone());
        for (var line : where(width)) {
            y -= 15.5f;
            paper.text(WHERE, x, y, WHERE.cut(line, width));
        }
        y -= 18;
        paper.wave(Tint.RIPPLE, x, y - 4, width, 14);
        paper.wave(Tint.WATER, x, y, width, 14);
        return y - 12;
    }

    /** Name and address, in one line if there is room. */
    private List<String> where(float width) {
        var lines = words.where();
        var line = String.join(Words.BETWEEN, lines);
        return line.isEmpty() || WHERE.width(WHERE.printable(line)) > width ? lines : List.of(line);
    }

    /** The largest that fits into one line, else the smallest. */
    private Style title(float width) {
        var style = Style.bold(TITLE_SIZES[0], Tint.WATER);
        for (float size : TITLE_SIZES) {
            style = Style.bold(size, Tint.WATER);
            if (style.width(style.printable(words.title())) <= width) {
                break;
            }
        }
        return style;
    }

    /** Broken where a reader of the language would break it; the last line is cut. */
    private List<String> lines(Style style, float width) {
        var rest = style.printable(words.title());
        var lines = new ArrayList<String>();
        while (lines.size() < TITLE_LINES_MAX - 1 && style.width(rest) > width) {
            int end = breakAt(rest, style, width);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        lines.add(style.cut(rest, width));
        return lines;
    }

    private int breakAt(String text, Style style, float width) {
        var places = BreakIterator.getLineInstance(words.language().locale());
        places.setText(text);
        int end = 0;
        for (int next = places.next();
                next != BreakIterator.DONE
                        && style.width(text.substring(0, next).stripTrailing()) <= width;
                next = places.next()) {
            end = next;
        }
        // A word wider than the page is cut as it is.
        return end > 0 ? end : style.cut(text, width).length() - 1;
    }
}

package yunhe.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import yunhe.bench.scale.Sweep.Median;

/** Two panels over the number of shards, as plain SVG; both axes double or grow tenfold from mark to mark. */
record Chart(String title, List<Line> lines) {

    /** @param dashes of the stroke, so that colour alone tells nothing */
    record Line(String name, String colour, String dashes, Map<Integer, Median> medians) {}

    private static final int WIDTH = 360;
    private static final int LEFT = 44;
    private static final int RIGHT = 348;
    private static final int PANEL_HEIGHT = 170;
    private static final int FIRST_TOP = 122;
    private static final int SECOND_TOP = 346;
    private static final int HEIGHT = 556;

    /** What one panel shows, from its least to its most power of ten. */
    private record Panel(String title, int top, int least, int most, ToDoubleFunction<Result> figure) {

        double y(double value) {
            double clamped = Math.clamp(Math.log10(Math.max(value, 1e-9)), least, most);
            return top + PANEL_HEIGHT * (most - clamped) / (most - least);
        }
    }

    String svg() {
        var svg = new StringBuilder("""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" font-family="sans-serif" font-size="11" fill="#222">
            <title>%3$s</title>
            <rect width="%1$d" height="%2$d" fill="#fff"/>
            <text x="8" y="20" font-size="13" font-weight="bold">%3$s</text>
            """.formatted(WIDTH, HEIGHT, title));
        for (int i = 0; i < lines.size(); i++) {
            int y = 38 + 14 * i;
            svg.append("<line x1=\"8\" y1=\"%d\" x2=\"36\" y2=\"%d\" %s/><text x=\"42\" y=\"%d\">%s</text>\n"
                    .formatted(y, y, stroke(lines.get(i)), y + 4, lines.get(i).name()));
        }
        panel(svg, new Panel("confirmed a second", FIRST_TOP, 1, 4, Result::perSecond));
        panel(svg, new Panel("seconds until 99 in 100 have an answer", SECOND_TOP, -1, 2, Result::p99));
        return svg.append("</svg>\n").toString();
    }

    private void panel(StringBuilder svg, Panel panel) {
        svg.append(
                "<text x=\"8\" y=\"%d\" font-weight=\"bold\">%s</text>\n".formatted(panel.top() - 10, panel.title()));
        for (int power = panel.least(); power <= panel.most(); power++) {
            double y = panel.y(Math.pow(10, power));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT,
                    y,
                    RIGHT,
                    y,
                    LEFT - 5,
                    y + 4,
                    power < 0 ? "0.1" : String.format(Locale.ROOT, "%,.0f", Math.pow(10, power))));
        }
        int bottom = panel.top() + PANEL_HEIGHT;
        for (int shards : Sweep.SHARDS) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
                    x(shards),
                    bottom + 15,
                    shards));
        }
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">shards</text>\n"
                .formatted((LEFT + RIGHT) / 2, bottom + 29));
        lines.forEach(line -> {
            var points = new ArrayList<String>();
            line.medians()
                    .forEach((shards, median) -> points.add(
                            String.format(Locale.ROOT, "%.1f,%.1f", x(shards), panel.y(median.of(panel.figure())))));
            svg.append(
                    "<polyline points=\"%s\" fill=\"none\" %s/>\n".formatted(String.join(" ", points), stroke(line)));
        });
    }

    private static String stroke(Line line) {
        return "stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"".formatted(line.colour(), line.dashes());
    }

    private static double x(int shards) {
        double most = Math.log(Sweep.SHARDS.getLast());
        return LEFT + 8 + (RIGHT - LEFT - 16) * Math.log(shards) / most;
    }
}

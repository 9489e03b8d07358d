package yunhe.notifications.message;

import java.util.List;
import java.util.Map;

/** The running text of a mail, in the parts that the paper treats apart. */
final class Paragraphs {

    private Paragraphs() {}

    static List<Map<String, Object>> of(Occasion occasion, List<String> texts, Links links) {
        var address = links.page(occasion);
        var reason = occasion.reason();
        return texts.stream()
                .map(text -> reason.filter(it -> text.equals(Typed.line(it))).isPresent()
                        ? quoted(reason.get())
                        : linked(text, address))
                .toList();
    }

    /** The organiser's own words; they may have several paragraphs, nothing else that is typed has. */
    private static Map<String, Object> quoted(String reason) {
        var lines =
                Typed.lines(reason).stream().map(line -> Map.of("line", line)).toList();
        return Map.of("quoted", true, "lines", lines);
    }

    /**
     * One with the address of the activity's or the station's page in it is three parts, so that HTML can make it a
     * link.
     */
    private static Map<String, Object> linked(String text, String address) {
        int at = text.indexOf(address);
        return at < 0
                ? Map.of("quoted", false, "text", text, "link", "", "after", "")
                : Map.of(
                        "quoted",
                        false,
                        "text",
                        text.substring(0, at),
                        "link",
                        address,
                        "after",
                        text.substring(at + address.length()));
    }
}

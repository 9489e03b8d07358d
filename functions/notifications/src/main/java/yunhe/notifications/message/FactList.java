package yunhe.notifications.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import yunhe.core.activity.Venue;
import yunhe.core.notice.NoticeKind;

/** The short list of facts in a mail: when, where, who. What is new, or urgent, stands out. */
final class FactList {

    private FactList() {}

    static List<Map<String, Object>> of(Occasion occasion, MessageFile words) {
        var when = new When(occasion.language(), occasion.activity().times());
        boolean isNew = occasion.notice().kind() == NoticeKind.ACTIVITY_CHANGED;
        var facts = new ArrayList<Map<String, Object>>();
        if (Situation.hasDeadline(occasion)) {
            occasion.offer()
                    .map(offer -> when.momentLines(offer.expiresAt()))
                    .ifPresent(deadline -> facts.add(fact(words.line("Deadline"), deadline, true)));
        }
        facts.add(fact(words.line("When"), when.lines(), isNew));
        occasion.activity()
                .details()
                .headline()
                .venue()
                .map(FactList::lines)
                .filter(lines -> !lines.isEmpty())
                .ifPresent(lines -> facts.add(fact(words.line("Where"), lines, isNew)));
        var name = Typed.line(occasion.registration().person().name());
        facts.add(fact(words.line("Name"), List.of(name), false));
        occasion.group()
                .map(Typed::line)
                .ifPresent(group -> facts.add(fact(words.line("Group"), List.of(group), false)));
        return facts;
    }

    /** In one line. */
    static String place(Venue venue) {
        return String.join(" ", lines(venue));
    }

    private static List<String> lines(Venue venue) {
        return Stream.of(venue.name(), venue.address())
                .map(Typed::line)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Map<String, Object> fact(String label, List<String> lines, boolean standsOut) {
        return Map.of(
                "label",
                label,
                "value",
                String.join(" ", lines),
                "lines",
                lines.stream().map(line -> Map.of("line", line)).toList(),
                "standsOut",
                standsOut);
    }
}

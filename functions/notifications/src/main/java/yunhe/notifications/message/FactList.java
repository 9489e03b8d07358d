package yunhe.notifications.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import yunhe.core.activity.Venue;
import yunhe.core.notice.News;

/** The short list of facts in a mail: when, where, who. What is new, or urgent, stands out. */
final class FactList {

    private FactList() {}

    static List<Map<String, Object>> of(Occasion occasion, MessageFile words) {
        return switch (occasion) {
            case ActivityOccasion of -> ofActivity(of, words);
            case MeetingsOccasion of -> ofActivity(of.at(), words);
            case StayOccasion of -> ofStay(of, words);
        };
    }

    private static List<Map<String, Object>> ofActivity(ActivityOccasion occasion, MessageFile words) {
        var when = new When(occasion.language(), occasion.activity().times());
        boolean isNew = occasion.notice().kind().news() == News.CHANGED;
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
        facts.add(person(occasion, words));
        occasion.group()
                .map(Typed::line)
                .ifPresent(group -> facts.add(fact(words.line("Group"), List.of(group), false)));
        return facts;
    }

    /** The first day and the address are never new. */
    private static List<Map<String, Object>> ofStay(StayOccasion occasion, MessageFile words) {
        var times = new StayTimes(occasion.language(), occasion.station(), occasion.stay());
        boolean isNew = occasion.isChanged();
        var facts = new ArrayList<Map<String, Object>>();
        if (occasion.isOffered()) {
            occasion.heldUntil()
                    .map(times::momentLines)
                    .ifPresent(deadline -> facts.add(fact(words.line("Deadline"), deadline, true)));
        }
        var from = words.line("CheckInFrom", times.checkInFrom());
        var by = words.line("ArriveBy", times.shortArriveBy());
        facts.add(fact(
                words.line("CheckIn"),
                occasion.hasTicket() ? List.of(times.arrive(), from, by) : List.of(times.arrive(), from),
                false));
        facts.add(fact(
                words.line("CheckOut"),
                List.of(times.depart(), words.line("CheckOutUntil", times.checkOutUntil())),
                isNew));
        facts.add(fact(words.line("Room"), List.of(Typed.line(occasion.room()) + " · " + times.nights()), isNew));
        var address = Typed.line(occasion.station().details().address());
        if (!address.isEmpty()) {
            facts.add(fact(words.line("Where"), List.of(address), false));
        }
        facts.add(person(occasion, words));
        return facts;
    }

    private static Map<String, Object> person(Occasion occasion, MessageFile words) {
        return fact(words.line("Name"), List.of(Typed.line(occasion.person().name())), false);
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

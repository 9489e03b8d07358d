package yunhe.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.simulation.Call.Caller;
import yunhe.simulation.Call.Purpose;
import yunhe.simulation.Call.Sent;

/** Makes the gathering, and then meddles with it. */
final class Organiser {

    private static final int PLACES_MORE_OR_LESS = 3;

    private final Setting setting;
    private final Map<String, Integer> places = new HashMap<>();
    private String activity = "";
    private long version;

    Organiser(Setting setting) {
        this.setting = setting;
        setting.groups().forEach(hall -> places.put(hall.group(), hall.places()));
    }

    /** The gathering's id. */
    String activity() {
        return activity;
    }

    void learn(Call call, Exchange.Answer answer) {
        switch (call.purpose()) {
            case CREATE, PUBLISH, READ_ACTIVITY, RESIZE -> {
                if (answer.isGood()) {
                    activity = answer.text("id");
                    version = answer.json().path("version").asLong();
                    answer.json()
                            .path("groups")
                            .forEach(group -> places.put(
                                    group.path("id").asText(),
                                    group.path("capacity").asInt()));
                } else if (answer.code().equals("version.stale")) {
                    version = 0;
                }
            }
            default -> {}
        }
    }

    Call create() {
        return admin(Purpose.CREATE, "POST", "", Map.of(), details(places));
    }

    Call publish() {
        return admin(Purpose.PUBLISH, "POST", "/" + activity + "/publish", Map.of(), "");
    }

    /** More or fewer places; or a look first, when somebody else was faster the last time. */
    Call resize(int choice) {
        if (version == 0) {
            return admin(Purpose.READ_ACTIVITY, "GET", "/" + activity, Map.of(), "");
        }
        var wanted = new HashMap<>(places);
        var hall = setting.groups().get(choice % setting.groups().size());
        int more = choice / 2 % (2 * PLACES_MORE_OR_LESS + 1) - PLACES_MORE_OR_LESS;
        wanted.merge(hall.group(), more, (now, change) -> Math.max(0, now + change));
        return admin(
                Purpose.RESIZE, "PUT", "/" + activity, Map.of("if-match", Long.toString(version)), details(wanted));
    }

    Call list() {
        return admin(Purpose.LIST, "GET", "/" + activity + "/registrations", Map.of(), "");
    }

    Call listAsStaff() {
        return new Call(
                Purpose.LIST_AS_STAFF,
                Caller.staff(1),
                "",
                new Sent("GET", "/admin/gatherings/" + activity + "/registrations", Map.of(), ""));
    }

    Call listAsNobody() {
        return new Call(
                Purpose.LIST_AS_NOBODY,
                Caller.NOBODY,
                "",
                new Sent("GET", "/admin/gatherings/" + activity + "/registrations", Map.of(), ""));
    }

    Optional<Call> cancelOne(List<People.Held> all, int choice) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var id = all.get(choice % all.size()).id();
        return Optional.of(new Call(
                Purpose.CANCEL_ONE,
                Caller.ORGANISER,
                id,
                new Sent(
                        "POST",
                        "/admin/gatherings/" + activity + "/registrations/" + id + "/cancel",
                        Map.of(),
                        "{\"reason\":{\"en\":\"no room\"}}")));
    }

    /** Two reviewers, who say yes more often than no, and now and then of a version that they have seen. */
    Optional<Call> decide(List<People.Held> all, int choice) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var id = all.get(choice / 16 % all.size()).id();
        int which = choice % 8;
        var body = Json.object().put("decision", which < 5 ? "approve" : which < 7 ? "reject" : "reopen");
        if (choice / 8 % 2 == 0) {
            body.put("version", 1 + choice / 64 % 4);
        }
        return Optional.of(new Call(
                Purpose.DECIDE,
                new Caller("reviewer-" + choice / 4 % 2, Optional.of("organiser")),
                id,
                new Sent(
                        "POST",
                        "/admin/gatherings/" + activity + "/registrations/" + id + "/decision",
                        Map.of(),
                        body.toString())));
    }

    Call cancelAll() {
        return admin(
                Purpose.CANCEL_ALL,
                "POST",
                "/" + activity + "/cancel",
                Map.of(),
                "{\"reason\":{\"zh\":\"台风\",\"en\":\"storm\"}}");
    }

    private static Call admin(Purpose purpose, String method, String path, Map<String, String> headers, String body) {
        return new Call(purpose, Caller.ORGANISER, "", new Sent(method, "/admin/gatherings" + path, headers, body));
    }

    private String details(Map<String, Integer> capacities) {
        var when = setting.when();
        var details = Json.object()
                .put("kind", "mixer")
                .put("timeZone", when.zone().getId())
                .put("startsAt", when.startsAt().toString())
                .put("endsAt", when.endsAt().toString())
                .put("registrationClosesAt", when.closesAt().toString())
                .put("cancelUntil", when.cancelUntil().toString());
        details.putObject("title").put("zh", "运河南端遇见你").put("en", "Meet at the South End");
        var terms = setting.terms();
        details.put("approval", terms.isReviewed() ? "review" : "automatic");
        details.putObject("waitlist")
                .put("capacity", setting.line())
                .put("promotion", terms.offerMinutes() > 0 ? "offer" : "automatic")
                .put("offerMinutes", Math.max(1, terms.offerMinutes()));
        var reminders = details.putArray("reminders");
        terms.reminders().forEach(reminders::add);
        var groups = details.putArray("groups");
        setting.groups()
                .forEach(hall -> groups.addObject()
                        .put("id", hall.group())
                        .put("capacity", capacities.getOrDefault(hall.group(), 0))
                        .putObject("title")
                        .put("en", hall.group()));
        return details.toString();
    }
}

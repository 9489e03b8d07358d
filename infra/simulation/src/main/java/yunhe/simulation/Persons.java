package yunhe.simulation;

import java.util.HashMap;
import java.util.Map;
import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;
import yunhe.testkit.simulation.Change;

/** Rule 2: one person, one live registration. */
record Persons(Evidence evidence) {

    private static final String RULE = "2 persons";

    void check(Report report) {
        Map<String, String> liveByContact = new HashMap<>();
        evidence.history().registrations().values().stream()
                .flatMap(life -> life.stream())
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .forEach(change -> follow(change, liveByContact, report));
    }

    private static void follow(Change change, Map<String, String> liveByContact, Report report) {
        var registration = History.after(change);
        var id = registration.text("id");
        // Whatever was overwritten while it lived is missing from now on.
        change.before()
                .filter(before ->
                        !before.text("id").isEmpty() && !before.text("id").equals(id))
                .ifPresent(before -> report.unless(
                        !History.isLive(before),
                        RULE,
                        id + " was written over " + before.text("id") + ", which lives, at #" + change.number()));
        for (var contact : History.contacts(registration)) {
            var other = liveByContact.get(contact);
            if (History.isLive(registration)) {
                report.unless(
                        other == null || other.equals(id),
                        RULE,
                        contact + " has " + other + " and at #" + change.number() + " also " + id);
                liveByContact.put(contact, id);
            } else if (id.equals(other)) {
                liveByContact.remove(contact);
            }
        }
    }
}

package yunhe.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.RegistrationId;
import yunhe.simulation.Call.Caller;
import yunhe.simulation.Call.Purpose;
import yunhe.simulation.Call.Sent;

/** What people want, in the words of the contract, and what they remember of the answers. */
final class People {

    private static final int ATTEMPTS_NOBODY_MAKES = 1_000;

    private final Setting setting;
    private final Map<Integer, List<Held>> held = new HashMap<>();
    private final Map<Integer, List<Call>> signUps = new HashMap<>();
    private int keys;

    People(Setting setting) {
        this.setting = setting;
    }

    /** What a person has in hand after a sign-up. */
    record Held(String id, String token) {}

    static String email(int person) {
        return "guest" + person + "@example.com";
    }

    /** The first four share two telephones. */
    static String phone(int person) {
        return "+86138%08d".formatted(person < 4 ? 100 + person / 2 : person);
    }

    Optional<Held> latest(int person) {
        var all = held.getOrDefault(person, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** One of all those the person ever had. */
    Optional<Held> any(int person, int choice) {
        var all = held.getOrDefault(person, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(choice % all.size()));
    }

    void learn(Call call, Exchange.Answer answer) {
        if (call.purpose() == Purpose.SIGN_UP && answer.isGood()) {
            int person = Integer.parseInt(call.caller().name().substring("person ".length()));
            var registration = new Held(answer.text("id"), answer.text("token"));
            var all = held.computeIfAbsent(person, it -> new ArrayList<>());
            all.remove(registration);
            all.add(registration);
        }
    }

    /** Everyone whose registration was ever answered. */
    List<Held> all() {
        return held.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList();
    }

    Call signUp(String activity, int person, int choice) {
        var call = new Call(
                Purpose.SIGN_UP,
                Caller.person(person),
                "",
                new Sent(
                        "POST",
                        "/gatherings/" + activity + "/registrations",
                        Map.of("idempotency-key", "key-" + ++keys),
                        body(person, choice)));
        signUps.computeIfAbsent(person, it -> new ArrayList<>()).add(call);
        return call;
    }

    /** The same request again, as a phone sends it that was put away too early. */
    Optional<Call> signUpAgain(int person, int choice) {
        var all = signUps.getOrDefault(person, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(choice % all.size()));
    }

    Optional<Call> sameKeyOtherBody(int person, int choice) {
        return signUpAgain(person, choice)
                .map(call -> new Call(
                        call.purpose(),
                        call.caller(),
                        "",
                        new Sent(
                                call.sent().method(),
                                call.sent().path(),
                                call.sent().headers(),
                                call.sent().body().replace("\"name\":\"", "\"name\":\"Other "))));
    }

    private String body(int person, int choice) {
        var groups = setting.groups();
        var body = Json.object()
                .put("group", groups.get(choice / 8 % groups.size()).group())
                .put("locale", choice % 16 < 8 ? "zh" : "en")
                .put("consent", true);
        var contacts = body.putObject("person").put("name", "Guest " + person);
        // By e-mail, by phone, or by both, spelled as people spell.
        int by = choice % 8;
        if (by != 5) {
            var email = email(person);
            contacts.put("email", by == 4 ? " " + email.replace("guest", "Guest") : email);
        }
        if (by >= 5) {
            var phone = phone(person);
            contacts.put("phone", by == 6 ? phone.substring("+86".length()) : phone);
        }
        return body.toString();
    }

    Optional<Call> look(String activity, int person, int choice) {
        return any(person, choice).map(it -> own(Purpose.LOOK, person, it, "GET", activity, ""));
    }

    Optional<Call> change(String activity, int person, int choice) {
        var body = Json.object();
        body.putObject("person").put("name", "Guest " + person + " the " + choice);
        return latest(person).map(it -> own(Purpose.CHANGE, person, it, "PATCH", activity, body.toString()));
    }

    Optional<Call> cancel(String activity, int person, int choice) {
        var which = choice % 4 == 0 ? any(person, choice) : latest(person);
        return which.map(it -> own(Purpose.CANCEL, person, it, "DELETE", activity, ""));
    }

    /** Takes up an offered place, or turns it down. */
    Optional<Call> answerOffer(String activity, int person, boolean accepts) {
        return latest(person)
                .map(it -> new Call(
                        accepts ? Purpose.ACCEPT : Purpose.DECLINE,
                        Caller.person(person),
                        it.id(),
                        new Sent(
                                "POST",
                                "/gatherings/" + activity + "/registrations/" + it.id()
                                        + (accepts ? "/accept" : "/decline"),
                                Map.of("authorization", "Bearer " + it.token()),
                                "")));
    }

    Call sendLink(String activity, int person, int choice) {
        var body = choice % 3 == 0
                ? Json.object().put("phone", phone(person))
                : Json.object().put("email", email(person));
        return new Call(
                Purpose.SEND_LINK,
                Caller.person(person),
                "",
                new Sent("POST", "/gatherings/" + activity + "/registrations/resend", Map.of(), body.toString()));
    }

    /** Somebody else's registration, or one that does not exist: nobody can tell which. */
    Optional<Call> guess(String activity, int person, int choice) {
        var all = all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var other = all.get(choice / 4 % all.size());
        var id = choice % 2 == 0 ? other.id() : nobody(other.id());
        var method = choice % 4 < 2 ? "GET" : "DELETE";
        return Optional.of(own(Purpose.GUESS, person, new Held(id, "wrong-" + choice), method, activity, ""));
    }

    private static String nobody(String id) {
        var known = RegistrationId.parse(id).orElseThrow();
        return new RegistrationId(known.activity(), known.person(), known.attempt() + ATTEMPTS_NOBODY_MAKES).value();
    }

    private static Call own(Purpose purpose, int person, Held held, String method, String activity, String body) {
        return new Call(
                purpose,
                Caller.person(person),
                held.id(),
                new Sent(
                        method,
                        "/gatherings/" + activity + "/registrations/" + held.id(),
                        Map.of("authorization", "Bearer " + held.token()),
                        body));
    }
}

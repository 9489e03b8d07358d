package yunhe.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A person and what they fill in: a name and an address that nobody else has, unless a test says otherwise. */
final class Applicant {

    private static final int FIRST = ThreadLocalRandom.current().nextInt(1_000_000);
    private static final AtomicInteger COUNT = new AtomicInteger(FIRST);

    private final ObjectNode json = Json.object();

    private Applicant(String name) {
        with("group", "all");
        with("locale", "zh");
        with("person.name", name);
        with("consent", true);
    }

    static Applicant named(String name) {
        return new Applicant(name).with("person.email", freshEmail());
    }

    static Applicant someone() {
        return named("韩梅梅");
    }

    /** A start-up that fits {@link #investor} in everything: 80 points before wishes. */
    static Applicant project() {
        return named("李雷")
                .in("project")
                .with("person.organisation", "示例科技 " + COUNT.incrementAndGet())
                .with(
                        "profile",
                        Json.of(
                                "{'sectors':['ai','life-health'],'stage':'pre-a','seeking':8000000,'pitch':{'zh':'一句话介绍','en':'In"
                                    + " one sentence'},'deckUrl':'https://example.com/deck'}"));
    }

    static Applicant investor() {
        return named("韩梅梅")
                .in("investor")
                .with("person.organisation", "示例资本 " + COUNT.incrementAndGet())
                .with(
                        "profile",
                        Json.of("{'sectors':['ai','life-health'],'stages':['angel','pre-a'],"
                                + "'ticketMin':1000000,'ticketMax':10000000,'maxMeetings':6}"));
    }

    static Applicant listener() {
        return someone().in("audience");
    }

    static Applicant withPhoneOnly() {
        return new Applicant("李雷").with("person.phone", freshPhone());
    }

    static String freshEmail() {
        return "visitor" + COUNT.incrementAndGet() + "@example.com";
    }

    /** In E.164. */
    static String freshPhone() {
        return "+86138%08d".formatted(COUNT.incrementAndGet());
    }

    /** Sets what {@code person.name} or {@code answers.diet} names. */
    Applicant with(String dotted, Object value) {
        Json.set(json, dotted, value);
        return this;
    }

    Applicant without(String dotted) {
        Json.remove(json, dotted);
        return this;
    }

    Applicant in(String group) {
        return with("group", group);
    }

    String email() {
        return json.path("person").path("email").asText();
    }

    String phone() {
        return json.path("person").path("phone").asText();
    }

    String organisation() {
        return json.path("person").path("organisation").asText();
    }

    String name() {
        return json.path("person").path("name").asText();
    }

    JsonNode json() {
        return json;
    }

    /** The same as form fields. */
    Form form() {
        Form form = new Form();
        flatten("", json, form);
        return form;
    }

    private static void flatten(String prefix, JsonNode node, Form form) {
        node.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(name + ".", entry.getValue(), form);
            } else if (entry.getValue().isArray()) {
                entry.getValue().forEach(item -> form.and(name, item.asText()));
            } else {
                form.and(name, entry.getValue().asText());
            }
        });
    }
}

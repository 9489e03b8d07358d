package yunhe.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.simulation.Exchange.Answer;
import yunhe.simulation.Exchange.Span;
import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;
import yunhe.testkit.simulation.Image;

/** Rules 2 and 7: what was answered is so, asking twice gives the same, and no refusal is out of thin air. */
final class Answers {

    private static final String RULE = "7 answers";

    private final Evidence evidence;
    private final Map<Call, String> idsByRequest = new HashMap<>();

    Answers(Evidence evidence) {
        this.evidence = evidence;
    }

    void check(Report report) {
        for (var exchange : evidence.world().exchanges) {
            exchange.answer().filter(it -> !it.isNone()).ifPresent(answer -> {
                if (answer.isGood()) {
                    good(exchange, answer, report);
                } else {
                    report.unless(
                            isJustified(exchange, answer),
                            RULE,
                            "refused for no reason: " + exchange.call() + " " + answer + " " + exchange.span());
                }
            });
        }
    }

    private void good(Exchange exchange, Answer answer, Report report) {
        var call = exchange.call();
        switch (call.purpose()) {
            case SIGN_UP -> {
                var before = idsByRequest.putIfAbsent(call, answer.text("id") + answer.text("token"));
                report.unless(
                        before == null || before.equals(answer.text("id") + answer.text("token")),
                        "2 persons",
                        call + " made " + before + " and " + answer.text("id"));
                report.unless(answer.status() == 201, RULE, call + " was answered " + answer.status());
                wasSo(exchange, answer, answer.text("id"), report);
                isKept(answer.text("id"), report);
            }
            case LOOK -> wasSo(exchange, answer, call.about(), report);
            case CHANGE -> {
                var name = Json.read(call.sent().body())
                        .path("person")
                        .path("name")
                        .asText();
                var status = answer.text("status");
                report.unless(
                        !evidence.setting().terms().isReviewed() || !status.equals("confirmed") || wasLate(exchange),
                        RULE,
                        call + " was answered " + status + " without another review");
                var is = answer.json().path("person").path("name").asText();
                report.unless(is.equals(name), RULE, call + " was answered " + is);
                wasSo(exchange, answer, call.about(), report);
            }
            case ACCEPT -> {
                report.unless(
                        List.of("confirmed", "pending").contains(answer.text("status")),
                        RULE,
                        call + " was answered " + answer.text("status"));
                wasSo(exchange, answer, call.about(), report);
            }
            case DECLINE -> {
                report.unless(
                        answer.text("status").equals("cancelled"),
                        RULE,
                        call + " was answered " + answer.text("status"));
                wasSo(exchange, answer, call.about(), report);
            }
            case DECIDE -> wasSo(exchange, answer, call.about(), report);
            case CANCEL, CANCEL_ONE -> {
                wasSo(exchange, answer, call.about(), report);
                var now = Optional.of(evidence.history().registration(call.about()))
                        .filter(life -> !life.isEmpty())
                        .map(History::now);
                report.unless(
                        // What was rejected already stays as it is, and may be reopened.
                        answer.text("status").equals("rejected")
                                || now.filter(History::isLive).isEmpty(),
                        RULE,
                        call + " was answered, and it lives: " + now);
            }
            case CANCEL_ALL ->
                report.unless(evidence.history().cancelled() != Long.MAX_VALUE, RULE, "nothing is cancelled");
            case RESIZE ->
                report.unless(
                        evidence.history().activity().stream()
                                .anyMatch(change -> History.after(change).number("version")
                                        == answer.json().path("version").asLong()),
                        RULE,
                        "a change of the activity is gone");
            default -> {}
        }
    }

    /** The answer shows a state in which the registration was, at some moment between question and answer. */
    private void wasSo(Exchange exchange, Answer answer, String id, Report report) {
        var span = exchange.span();
        long version = answer.json().path("version").asLong();
        var seen = History.during(evidence.history().registration(id), span.firstChange(), span.lastChange());
        report.unless(
                seen.stream().anyMatch(it -> it.number("version") == version && isStatus(it, answer, span)),
                RULE,
                exchange.call() + " was answered " + answer.text("status") + " " + version + ", which it was not");
    }

    /** Nobody need wait for a schedule to see that an offer is over. */
    private static boolean isStatus(Image registration, Answer answer, Span span) {
        return registration.text("status").equals(answer.text("status"))
                || answer.text("status").equals("expired")
                        && registration.text("status").equals("offered")
                        && !span.to().isBefore(History.instant(registration, "offerExpiresAt"));
    }

    private void isKept(String id, Report report) {
        report.unless(
                evidence.world().store.items().values().stream()
                        .anyMatch(it ->
                                it.text("id").equals(id) && (it.is("registration") || it.is("registration.past"))),
                RULE,
                id + " was answered, and is gone");
    }

    private boolean isJustified(Exchange exchange, Answer answer) {
        var call = exchange.call();
        var span = exchange.span();
        var when = evidence.setting().when();
        return switch (call.purpose()) {
            case SIGN_UP ->
                switch (answer.code()) {
                    case "already_registered" -> someoneElseIsThere(call, span);
                    case "activity.full" -> isFull(call, span);
                    case "registration.closed" ->
                        !span.to().isBefore(when.closesAt())
                                || evidence.history().cancelled() <= span.lastChange();
                    case "activity.cancelled" -> evidence.history().cancelled() <= span.lastChange();
                    case "idempotency.mismatch" -> wasSentDifferently(call);
                    default -> false;
                };
            case CHANGE -> answer.code().equals("registration.state") && wasOver(call, span);
            case CANCEL -> answer.code().equals("cancel.too_late") && !span.to().isBefore(when.cancelUntil());
            case CANCEL_ONE -> answer.code().equals("registration.state") && wasOver(call, span);
            case ACCEPT, DECLINE -> isJustified(call, span, answer);
            case DECIDE -> {
                var wanted = Json.read(call.sent().body());
                yield switch (answer.code()) {
                    case "registration.state" -> !fits(wanted.path("decision").asText(), call, span);
                    case "version.stale" ->
                        wanted.has("version")
                                ? during(call, span).stream()
                                        .anyMatch(it -> it.number("version")
                                                != wanted.path("version").asLong())
                                : isDecidedInBetween(call, span);
                    case "already_registered", "activity.full" ->
                        wanted.path("decision").asText().equals("reopen");
                    case "activity.cancelled" -> evidence.history().cancelled() <= span.lastChange();
                    default -> false;
                };
            }
            case RESIZE ->
                answer.code().equals("version.stale")
                        || answer.code().equals("registration.state")
                                && evidence.history().cancelled() <= span.lastChange();
            case GUESS, LIST_AS_NOBODY -> true;
            default -> false;
        };
    }

    private boolean isJustified(Call call, Span span, Answer answer) {
        var seen = during(call, span);
        return switch (answer.code()) {
            case "registration.state" ->
                seen.stream().anyMatch(it -> !it.text("status").equals("offered"));
            case "offer.expired" ->
                seen.stream()
                        .anyMatch(it ->
                                it.has("offerExpiresAt") && !span.to().isBefore(History.instant(it, "offerExpiresAt")));
            case "activity.cancelled" -> evidence.history().cancelled() <= span.lastChange();
            default -> false;
        };
    }

    /** Whoever names no version has seen what stood there when they began. */
    private boolean isDecidedInBetween(Call call, Span span) {
        return during(call, span).stream()
                        .map(it -> it.has("decidedAt") ? it.text("decidedAt") + it.text("decidedBy") : "")
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether the decision was possible all the time. */
    private boolean fits(String decision, Call call, Span span) {
        boolean begun = !span.to().isBefore(evidence.setting().when().startsAt());
        return during(call, span).stream().allMatch(it -> switch (decision) {
            case "approve" -> it.text("status").equals("pending") && !begun;
            case "reopen" -> it.text("status").equals("rejected") && !begun;
            default -> History.isLive(it) && !hasRunOut(it, span);
        });
    }

    /** After the start nobody reviews any more, and who was admitted is in. Or it was approved meanwhile. */
    private boolean wasLate(Exchange exchange) {
        var span = exchange.span();
        return !span.to().isBefore(evidence.setting().when().startsAt())
                || during(exchange.call(), span).stream().anyMatch(it -> it.has("admittedAt"))
                || wasPending(exchange.call(), span);
    }

    /** The same change, repeated, changes nothing. */
    private boolean wasPending(Call call, Span span) {
        return evidence.history().registration(call.about()).stream()
                .filter(change -> change.number() <= span.lastChange())
                .map(History::after)
                .anyMatch(it -> it.text("status").equals("pending")
                        && it.text("name")
                                .equals(Json.read(call.sent().body())
                                        .path("person")
                                        .path("name")
                                        .asText()));
    }

    private List<Image> during(Call call, Span span) {
        return History.during(evidence.history().registration(call.about()), span.firstChange(), span.lastChange());
    }

    private boolean wasOver(Call call, Span span) {
        return History.during(evidence.history().registration(call.about()), span.firstChange(), span.lastChange())
                .stream()
                .anyMatch(it -> !History.isLive(it) || hasRunOut(it, span));
    }

    private static boolean hasRunOut(Image registration, Span span) {
        return registration.text("status").equals("offered")
                && !span.to().isBefore(History.instant(registration, "offerExpiresAt"));
    }

    private boolean someoneElseIsThere(Call call, Span span) {
        var contacts = contacts(call);
        return evidence.history().registrations().values().stream()
                .filter(life -> !isMadeBy(call, History.after(life.getFirst())))
                .flatMap(life -> History.during(life, span.firstChange(), span.lastChange()).stream())
                .filter(History::isLive)
                .anyMatch(it -> History.contacts(it).stream().anyMatch(contacts::contains));
    }

    /** Every call has a key of its own, of which the store keeps a hash. */
    private boolean isMadeBy(Call call, Image registration) {
        return keysOf(registration).contains(call.key());
    }

    private List<String> keysOf(Image registration) {
        return evidence.world().exchanges.stream()
                .filter(it -> it.call().purpose() == Call.Purpose.SIGN_UP)
                .filter(it -> it.answer()
                        .filter(answer -> answer.isGood() && answer.text("id").equals(registration.text("id")))
                        .isPresent())
                .map(it -> it.call().key())
                .toList();
    }

    private boolean isFull(Call call, Span span) {
        var group = Json.read(call.sent().body()).path("group").asText();
        var seats = evidence.history().seats().getOrDefault(group, List.of());
        boolean lineIsOver = !span.to().isBefore(evidence.setting().when().startsAt());
        boolean full = evidence.history().wasFull(group, span.firstChange(), span.lastChange());
        return History.during(seats, span.firstChange(), span.lastChange()).stream()
                .anyMatch(it -> (it.number("waiting") >= it.number("waitlistCapacity") || lineIsOver)
                        && (full || it.number("waiting") > 0));
    }

    private boolean wasSentDifferently(Call call) {
        return evidence.world().exchanges.stream()
                .map(Exchange::call)
                .anyMatch(it -> it.key().equals(call.key())
                        && !it.sent().body().equals(call.sent().body()));
    }

    private static List<String> contacts(Call call) {
        var person = Json.read(call.sent().body()).path("person");
        var email = person.path("email").asText().strip().toLowerCase(java.util.Locale.ROOT);
        var phone = person.path("phone").asText();
        return List.of(email, phone.isEmpty() || phone.startsWith("+") ? phone : "+86" + phone).stream()
                .filter(it -> !it.isEmpty())
                .toList();
    }
}

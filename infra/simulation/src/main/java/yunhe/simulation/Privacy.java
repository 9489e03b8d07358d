package yunhe.simulation;

import yunhe.simulation.Call.Purpose;
import yunhe.simulation.Exchange.Answer;
import yunhe.simulation.Rules.Evidence;
import yunhe.simulation.Rules.Report;

/** Rule 6: a person sees only their own registration; a list of people needs a role and leaves an entry. */
record Privacy(Evidence evidence) {

    private static final String RULE = "6 privacy";

    void check(Report report) {
        for (var exchange : evidence.world().exchanges) {
            exchange.answer().filter(it -> !it.isNone()).ifPresent(answer -> check(exchange, answer, report));
        }
        long lists = evidence.world().exchanges.stream()
                .filter(it -> it.call().purpose() == Purpose.LIST)
                .filter(it -> it.answer().filter(Answer::isGood).isPresent())
                .count();
        long entries = evidence.world().store.items().values().stream()
                .filter(it -> it.text("action").endsWith("listed"))
                .count();
        report.unless(lists <= entries, RULE, lists + " lists were given, and " + entries + " entries were left");
    }

    private void check(Exchange exchange, Answer answer, Report report) {
        switch (exchange.call().purpose()) {
            case GUESS -> {
                report.unless(answer.status() == 404, RULE, exchange.call() + " was answered " + answer);
                report.unless(
                        answer.json().equals(firstGuess()), RULE, "a wrong guess looks different: " + answer.json());
            }
            case LIST_AS_NOBODY ->
                report.unless(answer.status() == 401, RULE, "nobody was answered " + answer.status());
            case LIST_AS_STAFF ->
                report.unless(
                        answer.isGood() && !answer.json().toString().contains("guest"),
                        RULE,
                        "staff was answered " + answer);
            default -> {}
        }
    }

    private com.fasterxml.jackson.databind.JsonNode firstGuess() {
        return evidence.world().exchanges.stream()
                .filter(it -> it.call().purpose() == Purpose.GUESS)
                .flatMap(it -> it.answer().filter(answer -> !answer.isNone()).stream())
                .findFirst()
                .orElseThrow()
                .json();
    }
}

package yunhe.bench.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import yunhe.testkit.template.Template;

/**
 * Writes the part of {@code cost.md} that is counted, and reads its milliseconds back: they cannot be counted again.
 */
final class CostTable {

    /** What follows it is written by hand. */
    static final String END = "<!-- The command writes everything above. -->";

    private static final Pattern PART = Pattern.compile(
            "^\\| ([^|]+) \\| ([A-Za-z]+Function) \\|(?: [0-9.]+ \\|){5} ([0-9.]+) \\|$", Pattern.MULTILINE);

    private final Template template;
    private final Prices prices;
    private final List<Action> actions;

    CostTable(Template template, List<Action> actions) {
        this.template = template;
        this.prices = new Prices(template);
        this.actions = actions;
    }

    /** The actions as they were counted, with the milliseconds of another time; zero for what is new. */
    static List<Action> withMillis(List<Action> counted, String committed) {
        Map<String, Double> millis = new HashMap<>();
        PART.matcher(committed)
                .results()
                .forEach(row -> millis.put(row.group(1) + row.group(2), Double.parseDouble(row.group(3))));
        var actions = new ArrayList<Action>();
        for (var action : counted) {
            var functions = new HashMap<String, Spent>();
            action.usage()
                    .functions()
                    .forEach((function, spent) ->
                            functions.put(function, spent.taking(millis.getOrDefault(action.name() + function, 0.0))));
            actions.add(new Action(
                    action.name(),
                    new Usage(action.usage().requests(), action.usage().mails(), new TreeMap<>(functions))));
        }
        return actions;
    }

    String text() {
        var out = new StringBuilder("# What it costs\n\n");
        out.append("`mvn -q -Pcost` counts and measures this anew; a test holds everything but the milliseconds to"
                + " it.\n\n");
        targets(out);
        summary(out);
        parts(out);
        idle(out);
        return out.append(END).append('\n').toString();
    }

    private void targets(StringBuilder out) {
        var scan = spent(Actions.SCAN);
        var tick = spent(Actions.idle("RemindersFunction"));
        double idle = new Idle(template, actions)
                .items().stream().mapToDouble(Idle.Item::dollars).sum();
        double signUps = 1_000 * cost(Actions.RUSH).withoutMail();
        double alone = 1_000 * cost(Actions.SIGN_UP).withoutMail();
        out.append("| target | is | |\n| --- | --- | --- |\n");
        target(out, "a scan is 1 write unit", number(scan.writeUnits()), scan.writeUnits() - 1);
        target(out, "and 0 read units", number(scan.readUnits()), scan.readUnits());
        target(
                out,
                "a reminder tick with nothing due is at most 1 read unit",
                number(tick.readUnits()),
                tick.readUnits() - 1);
        target(out, "idle is below $5 a month", String.format(Locale.ROOT, "$%.2f", idle), idle - 5);
        target(
                out,
                "1,000 sign-ups without mail and SMS are below $0.02, in a rush",
                String.format(Locale.ROOT, "$%.4f", signUps),
                signUps - 0.02);
        target(out, "and one by one", String.format(Locale.ROOT, "$%.4f", alone), alone - 0.02);
        out.append('\n');
    }

    private static void target(StringBuilder out, String what, String is, double over) {
        out.append(String.format(
                Locale.ROOT, "| %s | %s | %s |%n", what, is, over > 0 ? "missed by " + number(over) : "met"));
    }

    private void summary(StringBuilder out) {
        out.append("""
            ## One at a time

            An action with everything that follows from it, until the mail is sent, on average. Calls go to the store,
            requests to the API. Milliseconds are as billed, of all functions together. Dollars are for 1,000 actions.

            | action | write units | read units | calls | requests | invocations | mails | ms | $ per 1,000 | store | functions | API, queue, logs | mail |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
        for (var action : actions) {
            var usage = action.usage();
            var all = usage.sum();
            var cost = prices.of(usage);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s | %s | %.0f | %.4f | %.4f | %.4f | %.4f | %.4f |%n",
                    action.name(),
                    number(all.writeUnits()),
                    number(all.readUnits()),
                    number(all.storeCalls()),
                    number(usage.requests()),
                    number(all.invocations()),
                    number(usage.mails()),
                    prices.billedMillis(usage),
                    1_000 * cost.sum(),
                    1_000 * cost.store(),
                    1_000 * cost.functions(),
                    1_000 * (cost.requests() + cost.queue() + cost.logs()),
                    1_000 * cost.mail()));
        }
        double stay = cost(Actions.BOOKING).sum()
                + cost(Actions.CHECK_IN).sum()
                + cost(Actions.CHECK_OUT).sum();
        out.append(String.format(Locale.ROOT, "%nA stay, from its booking to its check-out, is $%.6f.%n%n", stay));
    }

    private void parts(StringBuilder out) {
        out.append("""
            ## Function by function

            Own milliseconds are processor time of a warm function on the machine that ran the command, without store and queue.

            | action | function | invocations | write units | read units | calls | queue calls | own ms |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
        for (var action : actions) {
            action.usage()
                    .functions()
                    .forEach((function, spent) -> out.append(String.format(
                            Locale.ROOT,
                            "| %s | %s | %s | %s | %s | %s | %s | %.2f |%n",
                            action.name(),
                            function,
                            number(spent.invocations()),
                            number(spent.writeUnits()),
                            number(spent.readUnits()),
                            number(spent.storeCalls()),
                            number(spent.queueCalls()),
                            spent.ownMillis())));
        }
        out.append('\n');
    }

    private void idle(StringBuilder out) {
        out.append("""
            ## A month in which nobody comes

            Everything in the template, 730 hours.

            | item | reckoned | $ a month |
            | --- | --- | --- |
            """);
        var items = new Idle(template, actions).items();
        items.forEach(item -> out.append(
                String.format(Locale.ROOT, "| %s | %s | %.4f |%n", item.name(), item.arithmetic(), item.dollars())));
        out.append(String.format(
                Locale.ROOT,
                "| **all** | | **%.2f** |%n%n",
                items.stream().mapToDouble(Idle.Item::dollars).sum()));
    }

    private Prices.Cost cost(String name) {
        return prices.of(usage(name));
    }

    private Spent spent(String name) {
        return usage(name).sum();
    }

    private Usage usage(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow()
                .usage();
    }

    /** At most three digits after the point, none that says nothing. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}

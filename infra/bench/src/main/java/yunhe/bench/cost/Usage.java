package yunhe.bench.cost;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What something took of everything that is billed. Functions by their logical id in the template. */
record Usage(double requests, double mails, Map<String, Spent> functions) {

    static final Usage NOTHING = new Usage(0, 0, Map.of());

    Usage plus(Usage more) {
        var sum = new TreeMap<>(functions);
        more.functions.forEach((function, spent) -> sum.merge(function, spent, Spent::plus));
        return new Usage(requests + more.requests, mails + more.mails, sum);
    }

    Usage dividedBy(double times) {
        return new Usage(requests / times, mails / times, each(spent -> spent.dividedBy(times)));
    }

    Map<String, Spent> each(UnaryOperator<Spent> change) {
        var changed = new TreeMap<String, Spent>();
        functions.forEach((function, spent) -> changed.put(function, change.apply(spent)));
        return changed;
    }

    Spent sum() {
        return functions.values().stream().reduce(Spent.NOTHING, Spent::plus);
    }
}

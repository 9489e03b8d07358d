package yunhe.bench.cost;

import java.util.Map;
import yunhe.testkit.template.Resource;
import yunhe.testkit.template.Template;
import yunhe.testkit.template.Tree;

/** List prices of us-east-1 in dollars, without taxes, transfer, storage, and what an account has for nothing. */
final class Prices {

    static final double WRITE_UNIT = 0.625e-6;
    static final double READ_UNIT = 0.125e-6;
    static final double REQUEST = 1.00e-6;
    static final double INVOCATION = 0.20e-6;
    static final double GIGABYTE_SECOND_ARM = 0.0000133334;
    static final double GIGABYTE_SECOND_X86 = 0.0000166667;
    static final double QUEUE_CALL = 0.40e-6;
    static final double MAIL = 0.10e-3;
    static final double LOG_GIGABYTE = 0.50;
    static final double SCHEDULED_CALL = 1.00e-6;
    static final double SECRET_MONTH = 0.40;
    static final double ALARM_METRIC_MONTH = 0.10;
    static final double ALARM_METRIC_FAST_MONTH = 0.30;
    static final double COMPOSITE_ALARM_MONTH = 0.50;
    static final double DASHBOARD_MONTH = 3.00;
    static final double KEY_MONTH = 1.00;

    /** Assumed: how long a function waits for others. On the service they are not in the same process. */
    static final double STORE_CALL_MILLIS = 5;

    static final double QUEUE_CALL_MILLIS = 10;
    static final double MAIL_MILLIS = 100;

    /** Assumed: lines of the platform and of the function, as JSON. */
    static final double LOG_BYTES = 1_500;

    /** Of a message that is delivered: the platform receives and deletes it. */
    static final double QUEUE_CALLS_OF_A_DELIVERY = 2;

    /** With so much memory a function has one whole processor. */
    private static final double WHOLE_PROCESSOR_MEGABYTES = 1_769;

    private static final double GIGABYTE = 1_000_000_000;
    private static final double MEGABYTES_OF_A_GIGABYTE = 1_024;

    private final Template template;

    Prices(Template template) {
        this.template = template;
    }

    /** Dollars by what they are for. */
    record Cost(double store, double functions, double requests, double queue, double logs, double mail) {

        double withoutMail() {
            return store + functions + requests + queue + logs;
        }

        double sum() {
            return withoutMail() + mail;
        }
    }

    Cost of(Usage usage) {
        var all = usage.sum();
        double functions = 0;
        double queueCalls = all.queueCalls();
        for (Map.Entry<String, Spent> entry : usage.functions().entrySet()) {
            var function = template.resource(entry.getKey());
            var spent = entry.getValue();
            functions += spent.invocations() * INVOCATION
                    + billedMillis(function, spent, usage)
                            / 1_000
                            * memory(function)
                            / MEGABYTES_OF_A_GIGABYTE
                            * gigabyteSecond(function);
            queueCalls += isFedByAQueue(function) ? spent.invocations() * QUEUE_CALLS_OF_A_DELIVERY : 0;
        }
        return new Cost(
                all.writeUnits() * WRITE_UNIT + all.readUnits() * READ_UNIT,
                functions,
                usage.requests() * REQUEST,
                queueCalls * QUEUE_CALL,
                all.invocations() * LOG_BYTES / GIGABYTE * LOG_GIGABYTE,
                usage.mails() * MAIL);
    }

    /** All functions together. */
    double billedMillis(Usage usage) {
        return usage.functions().entrySet().stream()
                .mapToDouble(entry -> billedMillis(template.resource(entry.getKey()), entry.getValue(), usage))
                .sum();
    }

    /** Its own time on its part of a processor, what it waits for, and one for rounding up each invocation. */
    private static double billedMillis(Resource function, Spent spent, Usage usage) {
        double slower = Math.max(1, WHOLE_PROCESSOR_MEGABYTES / memory(function));
        return spent.ownMillis() * slower
                + spent.storeCalls() * STORE_CALL_MILLIS
                + spent.queueCalls() * QUEUE_CALL_MILLIS
                + (isFedByAQueue(function) ? usage.mails() * MAIL_MILLIS : 0)
                + spent.invocations();
    }

    private static int memory(Resource function) {
        return Tree.number(function.properties(), "MemorySize", 128);
    }

    private static double gigabyteSecond(Resource function) {
        return Tree.list(function.properties().get("Architectures"), function.where())
                        .contains("arm64")
                ? GIGABYTE_SECOND_ARM
                : GIGABYTE_SECOND_X86;
    }

    private static boolean isFedByAQueue(Resource function) {
        return Deployment.events(function).values().stream().anyMatch(event -> "SQS".equals(event.get("Type")));
    }
}

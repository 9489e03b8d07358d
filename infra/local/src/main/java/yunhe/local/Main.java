package yunhe.local;

import yunhe.testkit.template.TemplateException;

/** Starts the runner and stays until it is stopped. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Runner runner;
        try {
            runner = Runner.start(Options.of(System.getProperties()));
        } catch (TemplateException unusable) {
            System.err.println("template.yaml: " + unusable.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(runner::close, "stop"));
        System.out.println("ready " + runner.url());
        Thread.currentThread().join();
    }
}

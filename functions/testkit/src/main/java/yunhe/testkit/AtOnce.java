package yunhe.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does something many times at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** The results of {@code many} calls that all begin when the last of their threads is ready. */
    public static <T> List<T> run(int many, IntFunction<T> call) {
        var ready = new CyclicBarrier(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            var calls = IntStream.range(0, many)
                    .<Callable<T>>mapToObj(number -> () -> {
                        ready.await();
                        return call.apply(number);
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", cause);
        } catch (ExecutionException cause) {
            throw new AssertionError("one of " + many + " calls failed", cause.getCause());
        }
    }
}

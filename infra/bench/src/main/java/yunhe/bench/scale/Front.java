package yunhe.bench.scale;

import java.util.ArrayDeque;
import java.util.function.BiConsumer;

/** API Gateway and Lambda: who is let in, and by which instance they are answered. */
final class Front {

    private final Timeline timeline;
    private final boolean oneRequestEach;
    private final Bucket api;
    private final Bucket growth;
    private final ArrayDeque<Instance> idle = new ArrayDeque<>();
    private int instances;
    private long refused;

    Front(Timeline timeline, boolean oneRequestEach) {
        this.timeline = timeline;
        this.oneRequestEach = oneRequestEach;
        this.api = new Bucket(timeline, Limits.API_BURST, Limits.API_PER_SECOND);
        this.growth = new Bucket(timeline, Limits.INSTANCES_MAX, Limits.INSTANCES_PER_SECOND);
    }

    /** Requests that no instance saw. */
    long refused() {
        return refused;
    }

    /**
     * @param handle with the instance, and what to call once it has answered
     * @param turnedAway 429 or 503
     */
    void request(BiConsumer<Instance, Runnable> handle, Runnable turnedAway) {
        if (!api.take(1)) {
            refuse(turnedAway);
            return;
        }
        var instance = idle.poll();
        if (instance != null) {
            begin(instance, 0, handle);
        } else if (instances < Limits.INSTANCES_MAX && growth.take(1)) {
            instances++;
            begin(new Instance(), Timeline.micros(Limits.RESTORE), handle);
        } else {
            refuse(turnedAway);
        }
    }

    private void begin(Instance instance, long restore, BiConsumer<Instance, Runnable> handle) {
        timeline.in(restore + Timeline.micros(Limits.OWN_TIME), () -> handle.accept(instance, () -> end(instance)));
    }

    private void end(Instance instance) {
        if (oneRequestEach) {
            instances--;
        } else {
            idle.push(instance);
        }
    }

    private void refuse(Runnable turnedAway) {
        refused++;
        timeline.in(timeline.between(Limits.CALL_MIN, Limits.CALL_MAX), turnedAway);
    }
}

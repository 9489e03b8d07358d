package yunhe.local;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import yunhe.local.delivery.Poller;

/** All pollers of the system: started, woken and stopped together. */
final class Pollers implements AutoCloseable {
    private final List<Poller> all = new CopyOnWriteArrayList<>();

    void add(List<Poller> more) {
        all.addAll(more);
    }

    List<Poller> all() {
        return all;
    }

    void start() {
        all.forEach(Poller::start);
    }

    /** Those whose names begin like this. */
    void wake(String prefix) {
        for (Poller poller : all) {
            if (poller.name().startsWith(prefix)) {
                poller.wake();
            }
        }
    }

    @Override
    public void close() {
        all.forEach(Poller::close);
    }
}

package yunhe.bench.scale;

/** Tokens that come back at a rate, up to a most. Whoever finds too few takes none. */
final class Bucket {

    private static final double MICROS_PER_SECOND = 1e6;

    private final Timeline timeline;
    private final double most;
    private final double perMicro;
    private double tokens;
    private long asOf;

    Bucket(Timeline timeline, int most, int perSecond) {
        this.timeline = timeline;
        this.most = most;
        this.perMicro = perSecond / MICROS_PER_SECOND;
        this.tokens = most;
    }

    boolean has(int wanted) {
        long now = timeline.now();
        tokens = Math.min(most, tokens + (now - asOf) * perMicro);
        asOf = now;
        return tokens >= wanted;
    }

    boolean take(int wanted) {
        boolean enough = has(wanted);
        if (enough) {
            tokens -= wanted;
        }
        return enough;
    }
}

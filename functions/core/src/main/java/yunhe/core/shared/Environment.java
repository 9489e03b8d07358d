package yunhe.core.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a function is given from outside: variables, time and chance.
 *
 * <p>A handler has two constructors: one without arguments, which Lambda calls and which takes {@link #ofProcess()},
 * and one that takes an {@code Environment} and the clients it needs, for tests and the local runner. Every variable is
 * read in the constructor, so that a missing one fails at the start and not at the first visitor.
 */
public record Environment(Map<String, String> variables, Clock clock, RandomGenerator random) {

    public static Environment ofProcess() {
        return new Environment(System.getenv(), Clock.systemUTC(), new SecureRandom());
    }

    /** For what others count by, as the expiry of an issuer's token: they do not know of a clock that was moved. */
    public static Clock realTime() {
        return Clock.systemUTC();
    }

    /** The variable's value. An empty one counts as missing. */
    public String require(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("environment variable " + name + " is not set"));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}

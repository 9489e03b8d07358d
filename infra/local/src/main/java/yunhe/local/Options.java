package yunhe.local;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import yunhe.testkit.template.Template;

/** How to start a runner. Port 0 takes any free one; without a data folder nothing is kept. */
public record Options(Path template, int port, Optional<Path> data, Set<Extra> extras) {
    private static final int PORT_DEFAULT = 8080;

    /** What is not there by itself. */
    public enum Extra {
        /** The stage's throttling. */
        RATE_LIMIT,
        /** Two published gatherings to look at. */
        SAMPLES,
        /** A robot whose digests are shown at /local. */
        ROBOT
    }

    /** For tests: the project's template, a free port, in memory, an empty list of activities. */
    public static Options forTests() {
        return new Options(Template.find(), 0, Optional.empty(), Set.of());
    }

    /** {@code -Dlocal.port= -Dlocal.data= -Dlocal.rateLimit= -Dlocal.samples= -Dlocal.robot=} */
    static Options of(Properties properties) {
        var extras = EnumSet.noneOf(Extra.class);
        add(extras, Extra.RATE_LIMIT, properties, "local.rateLimit", false);
        add(extras, Extra.SAMPLES, properties, "local.samples", true);
        add(extras, Extra.ROBOT, properties, "local.robot", false);
        return new Options(
                Template.find(),
                given(properties, "local.port").map(Integer::parseInt).orElse(PORT_DEFAULT),
                given(properties, "local.data").map(Path::of),
                extras);
    }

    boolean has(Extra extra) {
        return extras.contains(extra);
    }

    public Options withData(Path folder) {
        return new Options(template, port, Optional.of(folder), extras);
    }

    public Options withTemplate(Path file) {
        return new Options(file, port, data, extras);
    }

    public Options withRateLimit() {
        return with(Extra.RATE_LIMIT);
    }

    public Options withSamples() {
        return with(Extra.SAMPLES);
    }

    public Options withRobot() {
        return with(Extra.ROBOT);
    }

    private Options with(Extra extra) {
        var more = EnumSet.of(extra);
        more.addAll(extras);
        return new Options(template, port, data, more);
    }

    private static void add(Set<Extra> extras, Extra extra, Properties properties, String name, boolean otherwise) {
        if (given(properties, name).map(Boolean::parseBoolean).orElse(otherwise)) {
            extras.add(extra);
        }
    }

    private static Optional<String> given(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
    }
}

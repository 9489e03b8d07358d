package yunhe.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import yunhe.testkit.template.Template;

/** How to start a runner. Port 0 takes any free one; without a data folder nothing is kept. */
public record Options(Path template, int port, Optional<Path> data, boolean rateLimit, boolean samples) {
    private static final int PORT_DEFAULT = 8080;

    /** For tests: the project's template, a free port, in memory, an empty list of activities. */
    public static Options forTests() {
        return new Options(Template.find(), 0, Optional.empty(), false, false);
    }

    /** {@code -Dlocal.port= -Dlocal.data= -Dlocal.rateLimit= -Dlocal.samples=} */
    static Options of(Properties properties) {
        return new Options(
                Template.find(),
                given(properties, "local.port").map(Integer::parseInt).orElse(PORT_DEFAULT),
                given(properties, "local.data").map(Path::of),
                given(properties, "local.rateLimit").map(Boolean::parseBoolean).orElse(false),
                given(properties, "local.samples").map(Boolean::parseBoolean).orElse(true));
    }

    public Options withData(Path folder) {
        return new Options(template, port, Optional.of(folder), rateLimit, samples);
    }

    public Options withTemplate(Path file) {
        return new Options(file, port, data, rateLimit, samples);
    }

    public Options withRateLimit() {
        return new Options(template, port, data, true, samples);
    }

    public Options withSamples() {
        return new Options(template, port, data, rateLimit, true);
    }

    private static Optional<String> given(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).filter(value -> !value.isBlank());
    }
}

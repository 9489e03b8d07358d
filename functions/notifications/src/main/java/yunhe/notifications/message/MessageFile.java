package yunhe.notifications.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A translator's file: named lines, an empty line, paragraphs. */
record MessageFile(String path, Map<String, String> lines, List<String> paragraphs) {

    private static final String FOLDER = "/messages/";
    private static final Pattern GAP = Pattern.compile("\\{\\{[a-z]+}}");

    static MessageFile read(String path) {
        var parts = raw(path).split("\n\n", 2);
        var lines = new LinkedHashMap<String, String>();
        for (var line : parts[0].split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                lines.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        var paragraphs = parts.length == 1
                ? List.<String>of()
                : Arrays.stream(parts[1].strip().split("\n\n+"))
                        .map(paragraph -> paragraph.replace('\n', ' '))
                        .toList();
        return new MessageFile(path, Map.copyOf(lines), paragraphs);
    }

    String line(String name) {
        return Optional.ofNullable(lines.get(name))
                .orElseThrow(() -> new IllegalStateException("messages/" + path + " has no line " + name));
    }

    /** With what belongs into its gap. */
    String line(String name, String value) {
        return GAP.matcher(line(name)).replaceFirst(Matcher.quoteReplacement(value));
    }

    static String raw(String path) {
        try (var file = MessageFile.class.getResourceAsStream(FOLDER + path)) {
            if (file == null) {
                throw new IllegalStateException("messages/" + path + " is missing");
            }
            return new String(file.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException("read messages/" + path, cause);
        }
    }
}

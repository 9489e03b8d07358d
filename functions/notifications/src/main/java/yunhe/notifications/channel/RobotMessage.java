package yunhe.notifications.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A message for a group's robot: a title and paragraphs.
 *
 * @param rest says how many paragraphs did not fit, in the message's language
 */
public record RobotMessage(String id, String title, List<String> paragraphs, IntFunction<String> rest) {

    private static final String BETWEEN = "\n\n";

    /** As many whole paragraphs as fit, and how many more there would be: platforms refuse what is too long. */
    List<String> within(int bytesMax) {
        for (int kept = paragraphs.size(); kept > 0; kept--) {
            var shortened = firstOf(kept);
            if (bytes(shortened) + bytes(List.of(title)) <= bytesMax) {
                return shortened;
            }
        }
        return List.of(rest.apply(paragraphs.size()));
    }

    /** The same as one text below the title. */
    String textWithin(int bytesMax) {
        return title + BETWEEN + String.join(BETWEEN, within(bytesMax));
    }

    private List<String> firstOf(int kept) {
        if (kept == paragraphs.size()) {
            return paragraphs;
        }
        var shortened = new java.util.ArrayList<>(paragraphs.subList(0, kept));
        shortened.add(rest.apply(paragraphs.size() - kept));
        return shortened;
    }

    private static int bytes(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> (text + BETWEEN).getBytes(UTF_8).length)
                .sum();
    }

    @Override
    public String toString() {
        return "RobotMessage[" + id + "]";
    }
}

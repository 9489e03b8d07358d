package yunhe.notifications.message;

import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import yunhe.core.activity.Status;
import yunhe.core.shared.Language;
import yunhe.notifications.channel.RobotMessage;

/** Writes a digest for organisers, one paragraph for each activity. */
public final class DigestText {

    private final Language language;
    private final String publicUrl;
    private final MessageFile file;

    public DigestText(Language language, String publicUrl) {
        this.language = language;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.file = MessageFile.read(language.code() + "/digest.txt");
    }

    /** @param entries those with new sign-ups, the most urgent first */
    public RobotMessage write(String id, List<DigestEntry> entries) {
        int total = entries.stream().mapToInt(DigestEntry::total).sum();
        return new RobotMessage(
                id,
                line("Title", Map.of("total", total)),
                entries.stream().map(this::paragraph).toList(),
                left -> line("Rest", Map.of("count", left)));
    }

    private String paragraph(DigestEntry entry) {
        var activity = entry.activity();
        var title = oneLine(activity.details().headline().title().in(language));
        var when = new When(language, activity.times()).moment(activity.times().startsAt());
        return String.join(
                "\n",
                line("Activity", Map.of("title", title, "when", when)),
                line("New", Map.of("total", entry.total(), "outcomes", outcomes(entry))),
                line(
                        "Now",
                        Map.of(
                                "confirmed", entry.confirmed(),
                                "capacity", entry.capacity(),
                                "waiting", entry.waiting())),
                Links.activity(publicUrl, activity));
    }

    private String outcomes(DigestEntry entry) {
        var outcomes = new ArrayList<String>();
        for (var status : List.of(Status.CONFIRMED, Status.OFFERED, Status.PENDING, Status.WAITLISTED)) {
            add(outcomes, status.name().toLowerCase(java.util.Locale.ROOT), count(entry, status::equals));
        }
        add(outcomes, "ended", count(entry, status -> !status.isLive()));
        return String.join(" · ", outcomes);
    }

    private void add(List<String> outcomes, String name, int count) {
        if (count > 0) {
            outcomes.add(line(name, Map.of("count", count)));
        }
    }

    private static int count(DigestEntry entry, Predicate<Status> which) {
        return entry.fresh().entrySet().stream()
                .filter(fresh -> which.test(fresh.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private String line(String name, Map<String, ?> values) {
        return Mustache.compiler().escapeHTML(false).compile(file.line(name)).execute(values);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}

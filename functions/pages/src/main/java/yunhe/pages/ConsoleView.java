package yunhe.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.shared.Language;

/**
 * What an organiser sees first.
 *
 * @param staff how the person who is signed in is called
 * @param roadshows in any phase, by start
 * @param next where the list goes on, as it stands in a link
 */
public record ConsoleView(
        Language language, String staff, List<Activity> roadshows, Optional<String> next, Instant now) {}

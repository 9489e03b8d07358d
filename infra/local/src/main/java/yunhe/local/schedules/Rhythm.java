package yunhe.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yunhe.testkit.template.TemplateException;

/** When a schedule runs next. */
public interface Rhythm {
    Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    Pattern CRON = Pattern.compile("cron\\((.+)\\)");

    Instant after(Instant last);

    static Rhythm parse(String expression) {
        Matcher rate = RATE.matcher(expression.strip().toLowerCase(Locale.ROOT));
        if (rate.matches()) {
            Duration every = unit(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1)));
            return last -> last.plus(every);
        }
        Matcher cron = CRON.matcher(expression.strip());
        if (cron.matches()) {
            return Cron.parse(cron.group(1));
        }
        throw new TemplateException("schedule expression is not known here: " + expression);
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}

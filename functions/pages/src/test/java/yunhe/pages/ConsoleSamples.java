package yunhe.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityDetails;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Times;
import yunhe.core.activity.Venue;
import yunhe.core.shared.Bilingual;
import yunhe.core.shared.Language;

/** An organiser's desk with roadshows in every state. */
final class ConsoleSamples {

    private ConsoleSamples() {}

    static Map<String, String> pages(Language language) {
        var pages = new LinkedHashMap<String, String>();
        pages.put(
                "console-signin",
                SignInPage.CONSOLE.render(language, "/console", "/console/sign-in", Optional.empty()));
        pages.put("console-empty", console(language, List.of(), Optional.empty()));
        pages.put("console", console(language, roadshows(), Optional.of("next")));
        pages.putAll(TimetableSamples.pages(language));
        pages.putAll(PitchesSamples.pages(language));
        return pages;
    }

    private static String console(Language language, List<Activity> roadshows, Optional<String> next) {
        return ConsolePage.render(new ConsoleView(language, "李雷", roadshows, next, Samples.NOW));
    }

    private static List<Activity> roadshows() {
        return List.of(
                roadshow(1, "示例 · 秋季产业投融资对接", "Sample · Autumn matching day", -40, Activity.Phase.PUBLISHED),
                roadshow(2, "示例 · 人工智能专场路演", "Sample · AI pitches", 0, Activity.Phase.PUBLISHED),
                roadshow(
                        3,
                        "示例 · 生命健康与新材料融资路演暨产业资本对接会",
                        "Sample · Life health and new materials: pitches and meetings with industry investors",
                        18,
                        Activity.Phase.PUBLISHED),
                roadshow(4, "示例 · 跨境贸易专场", "Sample · Cross-border trade", 25, Activity.Phase.CANCELLED),
                roadshow(5, "示例 · 低空经济春季路演", "Sample · Low-altitude flight in spring", 120, Activity.Phase.DRAFT));
    }

    private static Activity roadshow(int number, String zh, String en, int days, Activity.Phase phase) {
        var like = Samples.mixer();
        var starts = Instant.parse("2026-11-24T01:30:00Z").plus(Duration.ofDays(days));
        var opens = days > 20 ? Optional.of(Samples.NOW.plus(Duration.ofDays(5))) : Optional.<Instant>empty();
        return new Activity(
                ActivityId.fresh(ActivityType.ROADSHOW, new Random(number)),
                phase,
                new ActivityDetails(
                        Optional.empty(),
                        new ActivityDetails.Headline(
                                new Bilingual(zh, en), Optional.empty(), Optional.of(new Venue("示例会展中心 2 号厅", ""))),
                        new Times(
                                ZoneId.of("Asia/Shanghai"),
                                starts,
                                starts.plus(Duration.ofHours(7)),
                                opens,
                                starts,
                                starts),
                        like.details().admission(),
                        List.of(),
                        like.details().reminders()),
                Optional.empty(),
                Activity.Edits.NONE,
                1);
    }
}

package yunhe.pages;

import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Availability;
import yunhe.core.activity.Group;
import yunhe.core.activity.Seats;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;

/**
 * The page of one activity with its form, as it is first opened and as it is shown again after a refusal. Reads
 * {@code RETENTION_DAYS} and {@code SMS_CHANNEL}.
 */
public final class ActivityPage {
    private final Environment environment;
    private final Settings settings;

    public ActivityPage(Environment environment) {
        this.environment = environment;
        this.settings = Settings.of(environment);
    }

    /**
     * As it is first opened.
     *
     * @param group of a roadshow: which group its visitor belongs to, if that was said
     */
    public String open(Activity activity, List<Seats> seats, Optional<String> group, Language language) {
        return render(activity, seats, group, language, SignUpForm.EMPTY);
    }

    /** @param form what to show again, or {@link SignUpForm#EMPTY} */
    public String render(Activity activity, List<Seats> seats, Language language, SignUpForm form) {
        return render(activity, seats, Optional.of(form.value("group")), language, form);
    }

    /** The answer to asking for the manage link again: the same whether or not anyone is registered. */
    public static String renderLinkSent(ActivityId activity, Language language) {
        var texts = PageTexts.in(language);
        return MessagePage.render(new MessagePage(
                Frame.ofAnswer(language, texts.get("resend.sent.title")),
                texts.get("resend.sent.title"),
                texts.get("resend.sent.text"),
                Optional.of(new MessagePage.Way(activity.pagePath(), texts.get("manage.to_activity")))));
    }

    private String render(
            Activity activity, List<Seats> seats, Optional<String> group, Language language, SignUpForm form) {
        var texts = PageTexts.in(language);
        var now = environment.clock().instant();
        var chosen = chosen(activity, group);
        var state = Availability.of(activity, seatsOf(chosen, seats), now);
        var shown = chosen.isPresent() ? ProfileTyped.of(form, language) : form;
        var fields = new SignUpFields(activity, settings, new Fields(texts, shown));
        var groups = GroupLine.of(activity, seats, texts);
        boolean choosesByLink =
                activity.id().type() == ActivityType.ROADSHOW && form.typed().isEmpty();
        var here = chosen.filter(one -> groups.size() > 1)
                .map(one -> WayIn.path(activity.id(), one.id()))
                .orElse(activity.id().pagePath());
        var model = new ActivityModel(
                new Frame(texts, activity.details().headline().title().in(language), Optional.of(here)),
                activity,
                Summary.of(activity, seats, now, language),
                state,
                groups,
                chosen,
                hasForm(state, form)
                        ? chosen.map(one -> fields.of(one.id()))
                                .orElseGet(() -> choosesByLink ? List.of() : fields.choosing(groups))
                        : List.of(),
                shown,
                RequestId.of(form, environment.random()),
                settings);
        return Templates.render((output, interceptor) -> JteactivityGenerated.render(output, interceptor, model));
    }

    /** As what a visitor of a roadshow comes; where there is one group only, as that. */
    private static Optional<Group> chosen(Activity activity, Optional<String> group) {
        if (activity.id().type() != ActivityType.ROADSHOW) {
            return Optional.empty();
        }
        var groups = activity.details().groups();
        return groups.size() == 1 ? Optional.of(groups.getFirst()) : group.flatMap(activity.details()::group);
    }

    /** Whoever has chosen a group is told how it stands with that one. */
    private static List<Seats> seatsOf(Optional<Group> chosen, List<Seats> seats) {
        var own = seats.stream()
                .filter(one ->
                        chosen.filter(group -> group.id().equals(one.group())).isPresent())
                .toList();
        return own.isEmpty() ? seats : own;
    }

    /** What was typed is never thrown away while sending it again could help. */
    private static boolean hasForm(Availability state, SignUpForm form) {
        return switch (state) {
            case OPEN, FULL -> true;
            case NOT_OPEN, WAITLIST_FULL -> !form.typed().isEmpty();
            case CLOSED, CANCELLED, OVER -> false;
        };
    }
}

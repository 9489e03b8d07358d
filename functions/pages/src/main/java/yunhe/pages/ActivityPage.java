package yunhe.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Availability;
import yunhe.core.activity.Eligibility;
import yunhe.core.activity.Group;
import yunhe.core.activity.Seats;
import yunhe.core.activity.Waitlist;
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

    /** @param form what to show again, or {@link SignUpForm#EMPTY} */
    public String render(Activity activity, List<Seats> seats, Language language, SignUpForm form) {
        var texts = PageTexts.in(language);
        var now = environment.clock().instant();
        var state = Availability.of(activity, seats, now);
        var title = activity.details().headline().title().in(language);
        var here = Optional.of(activity.id().pagePath());
        var model = new Model(
                new Frame(texts, title, here),
                activity,
                Summary.of(activity, seats, now, language),
                groups(activity, seats, texts),
                fields(activity, seats, state, texts, form),
                form,
                RequestId.of(form, environment.random()),
                settings);
        return Templates.render((output, interceptor) -> JteactivityGenerated.render(output, interceptor, model));
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

    private List<Field> fields(
            Activity activity, List<Seats> seats, Availability state, PageTexts texts, SignUpForm form) {
        if (!hasForm(state, form)) {
            return List.of();
        }
        var fields = new Fields(texts, form);
        var eligibility = activity.details().admission().eligibility();
        var all = new ArrayList<Field>();
        all.add(fields.group(options(activity, seats, texts)));
        all.add(fields.name());
        all.add(fields.email(settings.emailRequired()));
        all.add(fields.phone(settings.emailRequired()));
        if (eligibility.needsBirthDate()) {
            all.add(fields.birthDate(ageHint(eligibility, texts)));
        }
        all.add(fields.organisation());
        activity.details().questions().forEach(question -> all.add(fields.question(question)));
        return List.copyOf(all);
    }

    /** What was typed is never thrown away while sending it again could help. */
    private static boolean hasForm(Availability state, SignUpForm form) {
        return switch (state) {
            case OPEN, FULL -> true;
            case NOT_OPEN, WAITLIST_FULL -> !form.typed().isEmpty();
            case CLOSED, CANCELLED, OVER -> false;
        };
    }

    private static String ageHint(Eligibility eligibility, PageTexts texts) {
        var least = eligibility.minAge();
        var most = eligibility.maxAge();
        if (least.isPresent() && most.isPresent()) {
            return texts.get("person.birthDate.between", least.get(), most.get());
        }
        return least.map(age -> texts.get("person.birthDate.from", age))
                .orElseGet(() -> texts.get("person.birthDate.to", most.orElseThrow()));
    }

    private static List<GroupLine> groups(Activity activity, List<Seats> seats, PageTexts texts) {
        return activity.details().groups().stream()
                .map(group -> GroupLine.of(group, seats, texts))
                .toList();
    }

    private static List<Field.Option> options(Activity activity, List<Seats> seats, PageTexts texts) {
        return groups(activity, seats, texts).stream()
                .map(line -> new Field.Option(
                        line.id(), line.title(), Optional.of(line.note()), line.tone(), line.available()))
                .toList();
    }

    /** A group as the page shows it. */
    record GroupLine(String id, String title, String note, Tone tone, boolean available) {
        static GroupLine of(Group group, List<Seats> all, PageTexts texts) {
            var title = group.title().in(texts.language());
            var seats = all.stream().filter(it -> it.group().equals(group.id())).findFirst();
            if (seats.isEmpty()) {
                return new GroupLine(group.id(), title, texts.count("group.places", group.capacity()), Tone.CALM, true);
            }
            var counted = seats.get();
            if (counted.free() > 0) {
                return new GroupLine(group.id(), title, texts.count("group.free", counted.free()), Tone.GOOD, true);
            }
            return counted.lineIsFull()
                    ? new GroupLine(group.id(), title, texts.get("group.full"), Tone.CALM, false)
                    : new GroupLine(
                            group.id(), title, texts.count("group.waiting", counted.waiting()), Tone.WAIT, true);
        }
    }

    /** What the template is given. */
    record Model(
            Frame frame,
            Activity activity,
            Summary summary,
            List<GroupLine> groups,
            List<Field> fields,
            SignUpForm form,
            String requestId,
            Settings settings) {
        String banner() {
            return frame.texts().of("banner.", summary.state());
        }

        /** What one has to know beyond the state: until when to wait, or why. */
        Optional<String> bannerText() {
            var times = activity.times();
            return switch (summary.state()) {
                case NOT_OPEN ->
                    times.registrationOpensAt()
                            .map(at -> frame.t(
                                    "banner.not_open.text", summary.when().moment(at)));
                case CANCELLED -> activity.cancelReason().map(reason -> reason.in(frame.language()));
                case FULL -> Optional.of(full());
                case WAITLIST_FULL -> Optional.of(frame.t("banner.waitlist_full.text"));
                case OPEN, CLOSED, OVER -> Optional.empty();
            };
        }

        private String full() {
            var waitlist = activity.details().admission().waitlist();
            return waitlist.promotion() == Waitlist.Promotion.OFFER
                    ? frame.t("banner.full.offer", StatusWords.length(waitlist.offerFor(), frame.texts()))
                    : frame.t("banner.full.text");
        }

        /** That somebody decides about sign-ups, and about whose. */
        Optional<String> review() {
            var details = activity.details();
            var reviewed = details.groups().stream()
                    .filter(group -> details.approvalFor(group) == Approval.REVIEW)
                    .map(group -> group.title().in(frame.language()))
                    .toList();
            if (reviewed.isEmpty() || fields.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    reviewed.size() < details.groups().size()
                            ? frame.t("gathering.review.some", String.join(frame.t("list.separator"), reviewed))
                            : frame.t(isWaitingList() ? "gathering.review.waiting" : "gathering.review"));
        }

        /** Until when, as long as that still matters to someone. */
        Optional<String> closing() {
            return switch (summary.state()) {
                case NOT_OPEN, OPEN, FULL, WAITLIST_FULL ->
                    Optional.of(frame.t(
                                    "gathering.closing",
                                    summary.when().moment(activity.times().registrationClosesAt()))
                            + frame.t(
                                    "gathering.cancel_until",
                                    summary.when().moment(activity.times().cancelUntil())));
                case CLOSED, CANCELLED, OVER -> Optional.empty();
            };
        }

        /** The form shows the places itself. */
        boolean showsPlaces() {
            boolean matters = summary.state() == Availability.NOT_OPEN || summary.state() == Availability.WAITLIST_FULL;
            return matters && fields.isEmpty();
        }

        String errorHeading() {
            if (offersLink()) {
                return frame.t("resend.title");
            }
            return frame.t(form.errors().isEmpty() ? "form.refused" : "form.errors");
        }

        boolean isWaitingList() {
            return summary.state() == Availability.FULL;
        }

        /** Errors of fields that the page does not have, such as of an answer to no question. */
        List<String> otherErrors() {
            var shown = fields.stream().map(Field::name).toList();
            return form.errors().entrySet().stream()
                    .filter(error ->
                            !shown.contains(error.getKey()) && !error.getKey().equals("consent"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        List<Field> wrongFields() {
            return fields.stream().filter(field -> field.error().isPresent()).toList();
        }

        Optional<String> consentError() {
            return Optional.ofNullable(form.errors().get("consent"));
        }

        boolean hasErrors() {
            return !form.errors().isEmpty() || form.trouble().isPresent();
        }

        boolean offersLink() {
            return form.trouble()
                    .filter(it -> it.code().equals("already_registered"))
                    .isPresent();
        }

        String consentText() {
            return frame.t("consent.text", settings.retentionDays());
        }
    }
}

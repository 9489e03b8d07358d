package yunhe.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Edit;
import yunhe.core.activity.Group;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Status;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.ManageTokens;
import yunhe.core.ticket.Tickets;

/**
 * One person's own registration: what became of it, the ticket, changing and cancelling. For whoever has shown the
 * manage token; the page does not ask again. Reads the signing secrets.
 */
public final class ManagePage {
    private final Environment environment;
    private final Tickets tickets;
    private final ManageTokens tokens;

    public ManagePage(Environment environment) {
        this.environment = environment;
        var signing = Secrets.signing(environment);
        this.tickets = new Tickets(signing);
        this.tokens = new ManageTokens(signing);
    }

    /**
     * @param position in the line, from 1, while it waits
     * @param baseUrl of the deployment, without a slash at the end
     * @param form a change that was refused, to be shown again, or {@link SignUpForm#EMPTY}
     */
    public String render(
            Activity activity,
            Registration registration,
            OptionalInt position,
            Language language,
            String baseUrl,
            SignUpForm form) {
        return render(activity, registration, position, language, baseUrl, form, new OwnMeetings.None());
    }

    /** @param meetings of a roadshow: what the page is to say about its meetings */
    public String render(
            Activity activity,
            Registration registration,
            OptionalInt position,
            Language language,
            String baseUrl,
            SignUpForm form,
            OwnMeetings meetings) {
        var texts = PageTexts.in(language);
        var id = registration.id().value();
        var token = tokens.tokenFor(id);
        var now = environment.clock().instant();
        boolean takesPlace = activity.phase() == Activity.Phase.PUBLISHED;
        var ticket = takesPlace && registration.status() == Status.CONFIRMED
                ? Optional.of(tickets.ticketFor(registration.id()))
                : Optional.<String>empty();
        var words = StatusWords.of(activity, registration, now, texts);
        var shown = form.typed().isEmpty() ? new SignUpForm(typed(registration), form.errors(), form.trouble()) : form;
        var frame = Frame.of(language, texts.get("manage.title"), "/m/" + id + "?token=" + token);
        var model = new Model(
                frame,
                Summary.of(activity, List.of(), now, language),
                registration,
                words,
                activity.details().group(registration.group()).map(Group::title).map(it -> it.in(language)),
                position,
                ticket.map(it -> QrCode.svg(baseUrl + "/t/" + it)),
                ticket.map(it -> "/tickets/" + it + ".png"),
                words.isLive() ? fields(activity, registration, texts, shown) : List.of(),
                ProfileLine.of(registration, texts),
                MeetingsModel.of(meetings, activity, registration, token, frame),
                form,
                deadline(activity, registration, words, language),
                isReviewed(activity, registration),
                Edit.isReviewed(registration, activity, now),
                activity.id().path() + "/registrations/" + id,
                token,
                words.isLive() && now.isBefore(activity.times().cancelUntil()),
                new When(language, activity.times().zone())
                        .moment(activity.times().cancelUntil()));
        return Templates.render((output, interceptor) -> JtemanageGenerated.render(output, interceptor, model));
    }

    /** Until when an offered place is held. */
    private static Optional<String> deadline(
            Activity activity, Registration registration, StatusWords words, Language language) {
        return registration
                .offerEndsAt(activity.times())
                .filter(end -> words.isLive() && words.status() == Status.OFFERED)
                .map(end -> new When(language, activity.times().zone()).moment(end));
    }

    private static boolean isReviewed(Activity activity, Registration registration) {
        return activity.details()
                .group(registration.group())
                .filter(group -> activity.details().approvalFor(group) == Approval.REVIEW)
                .isPresent();
    }

    private static List<Field> fields(Activity activity, Registration registration, PageTexts texts, SignUpForm form) {
        var fields = new Fields(texts, form);
        var all = new ArrayList<Field>();
        all.add(fields.name());
        all.add(registration
                .profile()
                .map(profile -> fields.organisation(profile.side()))
                .orElseGet(fields::organisation));
        activity.details().questions().forEach(question -> all.add(fields.question(question)));
        return List.copyOf(all);
    }

    private static Map<String, List<String>> typed(Registration registration) {
        var typed = new HashMap<String, List<String>>();
        typed.put("person.name", List.of(registration.person().name()));
        registration.person().organisation().ifPresent(it -> typed.put("person.organisation", List.of(it)));
        registration.answers().forEach((question, answer) -> typed.put("answers." + question, asTyped(answer)));
        return typed;
    }

    private static List<String> asTyped(Object answer) {
        return switch (answer) {
            case List<?> several -> several.stream().map(Object::toString).toList();
            case BigDecimal number -> List.of(number.toPlainString());
            default -> List.of(answer.toString());
        };
    }

    /**
     * What the template is given.
     *
     * @param profile what a project or an investor said about itself
     * @param deadline until when an offered place is held
     * @param reviewedNext whether accepting the offer leads to a review
     * @param reviewedAgain whether a change leads to one
     */
    record Model(
            Frame frame,
            Summary summary,
            Registration registration,
            StatusWords words,
            Optional<String> group,
            OptionalInt position,
            Optional<String> qrSvg,
            Optional<String> qrPath,
            List<Field> fields,
            List<ProfileLine> profile,
            Optional<MeetingsModel> meetings,
            SignUpForm form,
            Optional<String> deadline,
            boolean reviewedNext,
            boolean reviewedAgain,
            String path,
            String token,
            boolean cancellable,
            String cancelUntil) {
        Optional<String> admitted() {
            return registration
                    .admitted()
                    .map(it -> frame.t("manage.admitted", summary.when().moment(it.at())));
        }

        /** Whoever was turned down is not asked to try at once. */
        boolean mayTryAgain() {
            return switch (summary.state()) {
                case NOT_OPEN, OPEN, FULL, WAITLIST_FULL -> !words.isLive() && words.status() != Status.REJECTED;
                case CLOSED, CANCELLED, OVER -> false;
            };
        }

        /** What was refused was a change, not one of the buttons. */
        boolean changeRefused() {
            return hasErrors() && !form.typed().isEmpty();
        }

        String action(String what) {
            return path + "/" + what + "?token=" + token;
        }

        boolean hasErrors() {
            return !form.errors().isEmpty() || form.trouble().isPresent();
        }

        List<Field> wrongFields() {
            return fields.stream().filter(field -> field.error().isPresent()).toList();
        }
    }
}

package yunhe.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import yunhe.core.activity.Activity;
import yunhe.core.activity.Availability;
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
        var texts = PageTexts.in(language);
        var id = registration.id().value();
        var token = tokens.tokenFor(id);
        var now = environment.clock().instant();
        boolean takesPlace = activity.phase() == Activity.Phase.PUBLISHED;
        var ticket = takesPlace && registration.status() == Status.CONFIRMED
                ? Optional.of(tickets.ticketFor(registration.id()))
                : Optional.<String>empty();
        var shown = form.typed().isEmpty() ? new SignUpForm(typed(registration), form.errors(), form.trouble()) : form;
        var model = new Model(
                Frame.of(language, texts.get("manage.title"), "/m/" + id + "?token=" + token),
                Summary.of(activity, List.of(), now, language),
                registration,
                activity.details().group(registration.group()).map(Group::title).map(it -> it.in(language)),
                position,
                ticket.map(it -> QrCode.svg(baseUrl + "/t/" + it)),
                ticket.map(it -> "/tickets/" + it + ".png"),
                takesPlace ? fields(activity, registration, texts, shown) : List.of(),
                form,
                "/gatherings/" + activity.id() + "/registrations/" + id,
                token,
                takesPlace
                        && registration.status().isLive()
                        && now.isBefore(activity.times().cancelUntil()),
                new When(language, activity.times().zone())
                        .moment(activity.times().cancelUntil()));
        return Templates.render((output, interceptor) -> JtemanageGenerated.render(output, interceptor, model));
    }

    private static List<Field> fields(Activity activity, Registration registration, PageTexts texts, SignUpForm form) {
        if (!registration.status().isLive()) {
            return List.of();
        }
        var fields = new Fields(texts, form);
        var all = new ArrayList<Field>();
        all.add(fields.name());
        all.add(fields.organisation());
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

    /** What the template is given. */
    record Model(
            Frame frame,
            Summary summary,
            Registration registration,
            Optional<String> group,
            OptionalInt position,
            Optional<String> qrSvg,
            Optional<String> qrPath,
            List<Field> fields,
            SignUpForm form,
            String path,
            String token,
            boolean cancellable,
            String cancelUntil) {
        Status status() {
            return registration.status();
        }

        private boolean isCalledOff() {
            return summary.state() == Availability.CANCELLED;
        }

        Tone tone() {
            return isCalledOff() ? Tone.BAD : Tone.of(status());
        }

        String statusTitle() {
            return isCalledOff() ? frame.t("banner.cancelled") : frame.texts().of("status.", status());
        }

        Optional<String> admitted() {
            return registration
                    .admitted()
                    .map(it -> frame.t("manage.admitted", summary.when().moment(it.at())));
        }

        boolean mayTryAgain() {
            return switch (summary.state()) {
                case NOT_OPEN, OPEN, FULL, WAITLIST_FULL -> !isLive();
                case CLOSED, CANCELLED, OVER -> false;
            };
        }

        String action(String what) {
            return path + "/" + what + "?token=" + token;
        }

        boolean hasErrors() {
            return !form.errors().isEmpty() || form.trouble().isPresent();
        }

        boolean isLive() {
            return status().isLive() && !isCalledOff();
        }

        String statusText() {
            return isCalledOff()
                    ? frame.t("status.activity_cancelled.text")
                    : frame.texts().get("status." + code() + ".text");
        }

        private String code() {
            return status().name().toLowerCase(Locale.ROOT);
        }

        List<Field> wrongFields() {
            return fields.stream().filter(field -> field.error().isPresent()).toList();
        }
    }
}

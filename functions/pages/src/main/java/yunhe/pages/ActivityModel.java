package yunhe.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Approval;
import yunhe.core.activity.Availability;
import yunhe.core.activity.Group;
import yunhe.core.activity.Waitlist;
import yunhe.core.profile.Profile.Side;

/**
 * What the template of an activity's page is given.
 *
 * @param state as far as it matters to the form: of the chosen group, if one is chosen
 * @param chosen as what the visitor of a roadshow comes
 * @param parts of the form; none where there is none
 */
record ActivityModel(
        Frame frame,
        Activity activity,
        Summary summary,
        Availability state,
        List<GroupLine> groups,
        Optional<Group> chosen,
        List<SignUpFields.Part> parts,
        SignUpForm form,
        String requestId,
        Settings settings) {

    Tone tone() {
        return Tone.of(state);
    }

    String banner() {
        return frame.texts().of("banner.", state);
    }

    /** What one has to know beyond the state: until when to wait, or why. */
    Optional<String> bannerText() {
        var times = activity.times();
        return switch (state) {
            case NOT_OPEN ->
                times.registrationOpensAt()
                        .map(at ->
                                frame.t("banner.not_open.text", summary.when().moment(at)));
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
        var mayBeMeant = chosen.map(List::of).orElse(details.groups());
        var reviewed = mayBeMeant.stream()
                .filter(group -> details.approvalFor(group) == Approval.REVIEW)
                .map(group -> group.title().in(frame.language()))
                .toList();
        if (reviewed.isEmpty() || parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                reviewed.size() < mayBeMeant.size()
                        ? frame.t("gathering.review.some", String.join(frame.t("list.separator"), reviewed))
                        : frame.t(isWaitingList() ? "gathering.review.waiting" : "gathering.review"));
    }

    /** Until when, as long as that still matters to someone. */
    Optional<String> closing() {
        return switch (state) {
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

    /** Ways to take part in a roadshow, as long as none is chosen and there is one to choose. */
    List<WayIn> waysIn() {
        boolean choosing = isRoadshow() && chosen.isEmpty() && parts.isEmpty();
        return choosing && mayJoin()
                ? groups.stream()
                        .map(line -> WayIn.of(activity.id(), line, frame.texts()))
                        .toList()
                : List.of();
    }

    /** The way that is chosen, as long as that says something. */
    Optional<WayIn> wayIn() {
        return chosen.filter(group -> mayJoin() || state == Availability.WAITLIST_FULL || !parts.isEmpty())
                .flatMap(group -> groups.stream()
                        .filter(line -> line.id().equals(group.id()))
                        .findFirst())
                .map(line -> WayIn.of(activity.id(), line, frame.texts()));
    }

    boolean mayChooseAgain() {
        return groups.size() > 1;
    }

    private boolean isRoadshow() {
        return activity.id().type() == ActivityType.ROADSHOW;
    }

    private boolean mayJoin() {
        return state == Availability.OPEN || state == Availability.FULL;
    }

    /** What others will read of whoever meets them. */
    Optional<String> shared() {
        return side().map(side -> frame.t("roadshow.shared." + side.group()));
    }

    private Optional<Side> side() {
        return chosen.flatMap(group -> Side.ofGroup(group.id()));
    }

    /** What a form from elsewhere said that has no field here. */
    List<Hidden> carried() {
        var shown = fields().stream().map(Field::name).toList();
        return form.typed().entrySet().stream()
                .filter(typed ->
                        chosen.isEmpty() && typed.getKey().startsWith("profile.") && !shown.contains(typed.getKey()))
                .flatMap(typed -> typed.getValue().stream().map(value -> new Hidden(typed.getKey(), value)))
                .toList();
    }

    /** The form shows the places itself. */
    boolean showsPlaces() {
        boolean matters = state == Availability.NOT_OPEN || state == Availability.WAITLIST_FULL;
        return matters && parts.isEmpty();
    }

    String errorHeading() {
        if (offersLink()) {
            return frame.t("resend.title");
        }
        return frame.t(form.errors().isEmpty() ? "form.refused" : "form.errors");
    }

    boolean isWaitingList() {
        return state == Availability.FULL;
    }

    /** Errors of fields that the page does not have, such as of an answer to no question. */
    List<String> otherErrors() {
        var shown = fields().stream().map(Field::name).toList();
        return form.errors().entrySet().stream()
                .filter(error ->
                        !shown.contains(error.getKey()) && !error.getKey().equals("consent"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<Field> fields() {
        return parts.stream().flatMap(part -> part.fields().stream()).toList();
    }

    List<Field> wrongFields() {
        return fields().stream().filter(field -> field.error().isPresent()).toList();
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
        return frame.t(side().isPresent() ? "roadshow.consent.text" : "consent.text", settings.retentionDays());
    }
}

package yunhe.roadshow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import yunhe.activities.OwnRegistration;
import yunhe.core.activity.Activity;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration;
import yunhe.core.activity.RegistrationId;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Participant;
import yunhe.core.roadshow.Timetables;
import yunhe.core.roadshow.Wishes;
import yunhe.pages.DirectoryPage;
import yunhe.web.Fields;
import yunhe.web.Json;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.PageForm;

/** {@code …/registrations/{rid}/wishes}: whom a participant would like to meet, until the timetable is published. */
record WishesDoor(
        OwnRegistration own, Registrations registrations, Wishes wishes, Timetables timetables, Duration retention) {

    private static final int ID_LENGTH_MAX = 100;
    private static final String RANK = "rank";

    Reply get(Request request, PathParameters path) {
        return reply(wishes.of(own.find(request, path).registration().id()));
    }

    /** The whole list, dearest first. */
    Reply put(Request request, PathParameters path) {
        var body = request.json();
        var fields = Fields.of(body);
        var found = own.again(own.find(request, path));
        requireOpen(found);
        var given = fields.required("ranked", fields.texts("ranked", Participant.WISHES_MAX, ID_LENGTH_MAX));
        if (given.filter(texts -> texts.size() < body.tree().path("ranked").size())
                .isPresent()) {
            // A blank one is none of the other side's.
            fields.refuse("ranked", Code.FORMAT);
        }
        var ranked = given.map(texts -> participants(fields, "ranked[%d]", texts, found.registration()));
        fields.orRefuse();
        store(found, ranked.orElseThrow());
        return reply(ranked.get());
    }

    /** The form of the directory: {@code rank.reg_…=1}. Of two with one rank the first stays in front. */
    Reply post(Request request, PathParameters path) {
        var body = request.body();
        var fields = Fields.of(body);
        var found = own.again(own.find(request, path));
        requireOpen(found);
        var ranks = fields.object(RANK);
        var chosen = new ArrayList<Ranked>();
        for (var id : ranks.names()) {
            ranks.integer(id, 1, Participant.WISHES_MAX).ifPresent(rank -> chosen.add(new Ranked(id, rank)));
        }
        if (chosen.size() > Participant.WISHES_MAX) {
            fields.refuse(RANK, Code.OUT_OF_RANGE, 0, Participant.WISHES_MAX);
        }
        fields.orRefuse();
        var texts = chosen.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::id)
                .toList();
        var ranked = participants(fields, RANK, texts, found.registration());
        fields.orRefuse();
        store(found, ranked);
        var id = found.registration().id();
        var page = DirectoryPage.savedPath(id, own.links().token(id));
        return PageForm.wantsPage(request, body) ? Reply.seeOther(PageForm.inLanguage(request, page)) : reply(ranked);
    }

    /** Of the activity as it is now: a cancelled one is remembered as it was for some seconds. */
    private void requireOpen(OwnRegistration.Found found) {
        if (found.activity().phase() == Activity.Phase.CANCELLED) {
            throw Problem.of(Refusal.ACTIVITY_CANCELLED).exception();
        }
        if (timetables.published(found.activity().id()).isPresent()) {
            throw Problem.of(Refusal.TIMETABLE_PUBLISHED).exception();
        }
        if (found.registration().status() != Status.CONFIRMED
                || found.registration().profile().isEmpty()) {
            throw Problem.of(Refusal.REGISTRATION_STATE).exception();
        }
    }

    /** Confirmed ones of the other side, each once; notes what is wrong with any of them. */
    private List<RegistrationId> participants(
            Fields fields, String field, List<String> texts, Registration registration) {
        var other = registration.profile().map(Profile::side).orElseThrow().other();
        var ids = new ArrayList<RegistrationId>();
        var seen = new HashSet<RegistrationId>();
        for (int i = 0; i < texts.size(); i++) {
            var name = field.formatted(i);
            var wished = RegistrationId.parse(texts.get(i))
                    .filter(id -> id.activity().equals(registration.activity()))
                    .filter(id -> isThere(id, other));
            if (wished.isEmpty()) {
                fields.refuse(name, Code.UNKNOWN_OPTION);
            } else if (!seen.add(wished.get())) {
                fields.refuse(name, Code.FORMAT);
            } else {
                ids.add(wished.get());
            }
        }
        return List.copyOf(ids);
    }

    private boolean isThere(RegistrationId id, Profile.Side side) {
        return registrations
                .find(id)
                .filter(it -> it.status() == Status.CONFIRMED)
                .flatMap(Registration::profile)
                .filter(profile -> profile.side() == side)
                .isPresent();
    }

    private void store(OwnRegistration.Found found, List<RegistrationId> ranked) {
        var deleteAt = found.activity().times().endsAt().plus(retention);
        if (!wishes.put(found.registration().id(), ranked, deleteAt)) {
            throw Problem.of(Refusal.TIMETABLE_PUBLISHED).exception();
        }
    }

    private static Reply reply(List<RegistrationId> ranked) {
        var body = Json.object();
        var list = body.putArray("ranked");
        ranked.forEach(id -> list.add(id.value()));
        return Reply.json(200, body);
    }

    private record Ranked(String id, int rank) {}
}

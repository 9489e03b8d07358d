package yunhe.roadshow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.activities.OwnRegistration;
import yunhe.activities.ProfileView;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.FieldError;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.Registration;
import yunhe.core.activity.Registrations;
import yunhe.core.activity.Status;
import yunhe.core.profile.Catalogue;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;
import yunhe.core.roadshow.Directory;
import yunhe.web.Json;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;

/** {@code GET /roadshows/{id}/directory}: whom a confirmed participant may meet, without contacts. */
record DirectoryDoor(OwnRegistration own, Registrations registrations) {

    private static final int PEOPLE_AT_ONCE = 200;

    /** Whoever has no token of a confirmed participant learns nothing, not even that the roadshow is there. */
    Reply list(Request request, PathParameters path) {
        // Everybody is read to find the one whose token it is; without one there is nobody to look for.
        var token = request.manageToken();
        var confirmed = ActivityId.parse(ActivityType.ROADSHOW, path.get("id"))
                .filter(it -> token.isPresent())
                .flatMap(own.activities()::find)
                .map(Activity::id)
                .map(this::confirmed)
                .orElse(List.of());
        var reader = confirmed.stream()
                .filter(it ->
                        token.filter(text -> own.links().accepts(it.id(), text)).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
        var errors = new ArrayList<FieldError>();
        var side = side(request, reader, errors);
        var sector = term(request, "sector", Catalogue.SECTORS, errors);
        var stage = term(request, "stage", Catalogue.STAGES, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).exception();
        }
        var body = Json.object();
        var items = body.putArray("items");
        for (var entry : Directory.of(confirmed, side.orElseThrow(), sector, stage)) {
            var item = items.addObject().put("id", entry.id().value()).put("organisation", entry.organisation());
            ProfileView.visible(item, entry.profile());
        }
        return Reply.json(200, body.putNull("next"));
    }

    private List<Registration> confirmed(ActivityId roadshow) {
        var confirmed = new ArrayList<Registration>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = registrations.listNow(roadshow, PEOPLE_AT_ONCE, cursor);
            page.items().stream().filter(it -> it.status() == Status.CONFIRMED).forEach(confirmed::add);
            cursor = page.next();
        } while (cursor.isPresent());
        return confirmed;
    }

    /** The other side; whoever listens only may look at either. */
    private static Optional<Side> side(Request request, Registration reader, List<FieldError> errors) {
        var own = reader.profile().map(Profile::side);
        var asked = request.query("group").filter(it -> !it.isEmpty());
        if (asked.isEmpty()) {
            if (own.isEmpty()) {
                errors.add(FieldError.of("group", Code.REQUIRED));
            }
            return own.map(Side::other);
        }
        var side = Side.ofGroup(asked.get());
        if (side.isEmpty()) {
            errors.add(FieldError.of("group", Code.UNKNOWN_GROUP));
        } else if (own.equals(side)) {
            errors.add(FieldError.of(
                    "group", Code.UNKNOWN_OPTION, List.of(own.get().other().group())));
        }
        return side;
    }

    private static Optional<String> term(Request request, String name, Catalogue catalogue, List<FieldError> errors) {
        var code = request.query(name).filter(it -> !it.isEmpty());
        if (code.isPresent() && catalogue.find(code.get()).isEmpty()) {
            errors.add(FieldError.of(name, Code.UNKNOWN_OPTION, catalogue.codes()));
        }
        return code;
    }
}

package yunhe.roadshow;

import java.util.List;
import yunhe.activities.AskedActivity;
import yunhe.core.activity.Activity;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.roadshow.Programme;
import yunhe.core.roadshow.RunningOrder;
import yunhe.web.Fields;
import yunhe.web.Json;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Role;
import yunhe.web.Roles;
import yunhe.web.Router.PathParameters;

/** {@code /admin/roadshows/{id}/pitches}: in which order projects pitch, and how long each has. */
record PitchesDoors(AskedActivity asked, SetRunningOrder order) {

    private static final int ID_LENGTH_MAX = 100;

    Reply get(Request request, PathParameters path) {
        Roles.require(request, Role.STAFF);
        return reply(asked.find(path));
    }

    Reply put(Request request, PathParameters path) {
        var caller = Roles.require(request, Role.ORGANISER);
        var body = request.json();
        var fields = Fields.of(body);
        var roadshow = asked.find(path);
        var ids = fields.required("order", fields.texts("order", RunningOrder.PITCHES_MAX, ID_LENGTH_MAX));
        if (ids.filter(texts -> texts.size() < body.tree().path("order").size()).isPresent()) {
            // A blank one is no project.
            fields.refuse("order", Code.FORMAT);
        }
        order.set(roadshow, fields, ids.orElse(List.of()), i -> "order[" + i + "]", caller.subject());
        return reply(roadshow);
    }

    private Reply reply(Activity roadshow) {
        var body = Json.object();
        var items = body.putArray("items");
        var pitches = order.programmes().of(roadshow).map(Programme::pitches).orElse(List.of());
        for (var pitch : pitches) {
            items.addObject()
                    .put("position", pitch.position())
                    .put("id", pitch.id().value())
                    .put("organisation", pitch.organisation())
                    .put(
                            "startsAt",
                            Json.instant(pitch.startsAt(), roadshow.times().zone()));
        }
        return Reply.json(200, body.putNull("next"));
    }
}

package yunhe.activities;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import yunhe.core.activity.ActivityId;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Environment;
import yunhe.pages.ActivityPage;
import yunhe.web.Body;
import yunhe.web.Json;
import yunhe.web.Links;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.form.PageForm;

/**
 * The answer to a program that filled in the field people do not see. It reads like a success and stores nothing: an
 * error would only teach the program.
 */
final class Decoy {

    private static final int ID_BYTES = 24;
    private static final int TOKEN_BYTES = 32;
    private static final int TICKET_BYTES = 90;

    private final Links links;
    private final Clock clock;
    private final RandomGenerator random;

    Decoy(Links links, Environment environment) {
        this.links = links;
        this.clock = environment.clock();
        this.random = environment.random();
    }

    Reply answer(Request request, ActivityId activity, Body body) {
        if (PageForm.wantsPage(request, body)) {
            return Reply.html(201, ActivityPage.renderLinkSent(activity, request.language()));
        }
        var id = "reg_" + noise(ID_BYTES);
        var token = noise(TOKEN_BYTES);
        var ticket = noise(TICKET_BYTES);
        var base = links.base(request);
        var reply = Json.object()
                .put("id", id)
                .put("activityId", activity.value())
                .put("group", body.tree().path("group").asText())
                .put("status", "confirmed")
                .put("locale", request.language().code())
                .put("createdAt", Json.instant(clock.instant(), ZoneOffset.UTC))
                .put("version", 1)
                .put("ticket", ticket)
                .put("ticketUrl", Links.ticketPath(ticket))
                .put("calendarUrl", base + RegistrationView.calendarPath(activity, id, token))
                .put("manageUrl", base + Links.managePath(id, token))
                .put("token", token);
        reply.set("person", part(body, "person"));
        reply.set("answers", part(body, "answers"));
        return Reply.json(201, reply);
    }

    private static ObjectNode part(Body body, String name) {
        return body.tree().path(name) instanceof ObjectNode object ? object : Json.object();
    }

    private String noise(int bytes) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64Url.encode(noise);
    }
}

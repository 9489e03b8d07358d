package yunhe.lodging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.StayId;
import yunhe.core.shared.Base64Url;
import yunhe.core.shared.Environment;
import yunhe.pages.StationPage;
import yunhe.web.Body;
import yunhe.web.Fields;
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

    Reply answer(Request request, Body body) {
        if (PageForm.wantsPage(request, body)) {
            return Reply.html(201, StationPage.renderReceived(request.language()));
        }
        var id = StayId.PREFIX + noise(StayId.BYTES);
        var token = noise(TOKEN_BYTES);
        var ticket = noise(TICKET_BYTES);
        var base = links.base(request);
        var fields = Fields.of(body);
        var arrive = fields.day("arrive").orElse(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var depart = fields.day("depart").filter(arrive::isBefore).orElse(arrive.plusDays(1));
        var reply = Json.object()
                .put("id", id)
                .put("stationId", body.tree().path("stationId").asText())
                .put("roomType", body.tree().path("roomType").asText())
                .put("arrive", arrive.toString())
                .put("depart", depart.toString())
                .put("nights", new Nights(arrive, depart).count())
                .put("status", "confirmed")
                .put("locale", request.language().code())
                .put("createdAt", Json.instant(clock.instant(), ZoneOffset.UTC))
                .put("version", 1)
                .put("ticket", ticket)
                .put("ticketUrl", Links.ticketPath(ticket))
                .put("calendarUrl", base + StayView.calendarPath(id, token))
                .put("manageUrl", base + Links.managePath(id, token))
                .put("token", token);
        reply.set(
                "person",
                Optional.of(body.tree().path("person"))
                        .filter(ObjectNode.class::isInstance)
                        .orElse(Json.object()));
        reply.putArray("proof");
        return Reply.json(201, reply);
    }

    private String noise(int bytes) {
        var noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64Url.encode(noise);
    }
}

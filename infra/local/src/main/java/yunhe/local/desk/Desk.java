package yunhe.local.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yunhe.local.delivery.Settling;
import yunhe.local.gateway.LocalEndpoints;
import yunhe.local.gateway.Reply;
import yunhe.local.issuer.Issuer;
import yunhe.local.issuer.Tokens;
import yunhe.local.mailbox.Mailbox;
import yunhe.local.mailbox.TextMessages;

/** Answers everything under /local. */
public final class Desk implements LocalEndpoints {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);

    /** The parts of the runner that can be looked at and moved from outside. */
    public record Parts(
            Mailbox mailbox, TextMessages messages, Time time, Settling settling, Issuer issuer, Tokens tokens) {}

    private final Parts parts;
    private final DeskPages pages;

    public Desk(Parts parts) {
        this.parts = parts;
        this.pages = new DeskPages(parts.mailbox(), parts.messages(), parts.time());
    }

    @Override
    public Reply answer(Call call) {
        if (call.path().startsWith(Issuer.PATH + "/")) {
            return parts.issuer().answer(call);
        }
        String path = call.path().substring(PREFIX.length());
        if (path.startsWith("/fire/")) {
            return only("POST", call, () -> parts.time().fire(path.substring("/fire/".length())));
        }
        if (path.startsWith("/mail/")) {
            return pages.mail(path.substring("/mail/".length()));
        }
        return switch (path) {
            case "", "/" -> pages.home(call);
            case "/mail" -> only("GET", call, () -> mails(call.parameter("to")));
            case "/messages" -> only("GET", call, () -> items(parts.messages().messages()));
            case "/sms" -> only("POST", call, () -> sms(call));
            case "/robot" -> only("POST", call, () -> robot(call));
            case "/token" -> only("GET", call, () -> token(call));
            case "/clock" ->
                call.method().equals("POST")
                        ? moved(call)
                        : only("GET", call, this::clock).with("allow", "GET, POST");
            case "/clock/advance" -> only("POST", call, () -> pages.advanced(call));
            case "/schedules" -> only("GET", call, () -> items(parts.time().schedules()));
            case "/settled" -> only("GET", call, this::settled);
            default -> Reply.message(404, "Not Found");
        };
    }

    private Reply mails(String to) {
        String wanted = to.strip().toLowerCase(Locale.ROOT);
        return items(parts.mailbox().mails().stream()
                .filter(mail -> wanted.isEmpty()
                        || List.of(mail.to().toLowerCase(Locale.ROOT).split(","))
                                .contains(wanted))
                .toList());
    }

    private Reply sms(Call call) {
        try {
            var answer = parts.messages()
                    .accept(
                            Optional.ofNullable(call.headers().get("x-yunhe-timestamp")),
                            Optional.ofNullable(call.headers().get("x-yunhe-signature")),
                            call.body());
            return switch (answer) {
                case ACCEPTED -> Reply.json(200, "{}");
                case UNSIGNED -> Reply.message(401, "Unauthorized");
                case NO_SUCH_NUMBER -> Reply.message(410, "Gone");
            };
        } catch (IOException notJson) {
            return Reply.message(400, "Bad Request");
        }
    }

    private Reply robot(Call call) {
        try {
            return Reply.json(200, "{\"errcode\":" + (parts.messages().acceptRobot(call.body()) ? 0 : 40035) + "}");
        } catch (IOException notJson) {
            return Reply.message(400, "Bad Request");
        }
    }

    private Reply token(Call call) {
        String role = call.query().getOrDefault("role", "organiser");
        String sub = call.query().getOrDefault("sub", role);
        String token = parts.tokens().token(new Tokens.Person(sub, sub, role), Optional.empty());
        return Reply.json(200, "{\"access_token\":\"" + token + "\"}");
    }

    private Reply moved(Call call) {
        try {
            JsonNode wish = JSON.readTree(call.body());
            return parts.time()
                            .move(
                                    wish.path("now").asText(""),
                                    wish.path("advance").asText(""))
                    ? clock()
                    : Reply.message(400, "the clock moves forward only: now (an instant) or advance (a duration)");
        } catch (IOException | DateTimeException unreadable) {
            return Reply.message(400, "now must be an instant, advance an ISO 8601 duration");
        }
    }

    private Reply clock() {
        return Reply.json(200, "{\"now\":\"" + parts.time().now() + "\"}");
    }

    private Reply settled() {
        try {
            return parts.settling().await(SETTLED_WITHIN)
                    ? Reply.json(200, "{\"settled\":true}")
                    : Reply.message(504, "something is still being delivered");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Reply.message(503, "stopping");
        }
    }

    private static Reply items(List<?> items) {
        try {
            return Reply.of(200, "application/json", JSON.writeValueAsBytes(Map.of("items", items)));
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("write a list", cause);
        }
    }

    private static Reply only(String method, Call call, java.util.function.Supplier<Reply> reply) {
        return call.method().equals(method) || call.method().equals("HEAD") && method.equals("GET")
                ? reply.get()
                : Reply.message(405, "Method Not Allowed").with("allow", method);
    }
}

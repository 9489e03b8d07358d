package yunhe.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yunhe.core.shared.Log;
import yunhe.core.shared.StoreUnavailable;

/** The one boundary between a handler and the gateway: every fault becomes an answer here, and nowhere else. */
public final class Http {

    static final int RETRY_AFTER_SECONDS = 2;
    private static final int FRAMES_LOGGED_MAX = 8;

    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private Http() {}

    public static APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Function<Request, Reply> handler) {
        return answer(event, handler, (request, problem) -> problem.reply(request.language()));
    }

    /** @param problems how a problem looks to whoever asked; it may be a page */
    public static APIGatewayV2HTTPResponse answer(
            APIGatewayV2HTTPEvent event, Function<Request, Reply> handler, ProblemReply problems) {
        var request = Request.of(event);
        var reply = finished(request, replyTo(request, handler, problems));
        return (request.method().equals("HEAD") ? reply.withoutBody() : reply).toGateway();
    }

    /** Turns a problem into a reply. */
    @FunctionalInterface
    public interface ProblemReply {
        Reply of(Request request, Problem problem);
    }

    private static Reply replyTo(Request request, Function<Request, Reply> handler, ProblemReply problems) {
        try {
            return guarded(request, handler, problems);
        } catch (RuntimeException cause) {
            // Not even the problem's page could be made.
            log("http.failed", request, cause);
            return Problem.of(ProblemCode.INTERNAL).reply(request.language());
        }
    }

    private static Reply guarded(Request request, Function<Request, Reply> handler, ProblemReply problems) {
        try {
            return handler.apply(request);
        } catch (ProblemException refused) {
            return problems.of(request, refused.problem());
        } catch (StoreUnavailable cause) {
            log("store.unavailable", request, cause);
            return problems.of(
                    request,
                    Problem.of(ProblemCode.STORE_UNAVAILABLE)
                            .withHeader("retry-after", Integer.toString(RETRY_AFTER_SECONDS)));
        } catch (RuntimeException cause) {
            log("http.failed", request, cause);
            return problems.of(request, Problem.of(ProblemCode.INTERNAL));
        }
    }

    private static Reply finished(Request request, Reply reply) {
        var result = reply.withHeader("x-content-type-options", "nosniff").withHeader("referrer-policy", "no-referrer");
        if (reply.header("cache-control").isEmpty()) {
            result = result.withHeader("cache-control", "no-store");
        }
        if (reply.header("vary").isEmpty()) {
            result = result.withHeader("vary", "Accept, Accept-Language");
        }
        if (reply.isHtml()) {
            result = result.withHeader("content-security-policy", CONTENT_SECURITY_POLICY);
            if (reply.header("content-language").isEmpty()) {
                result =
                        result.withHeader("content-language", request.language().code());
            }
        }
        return result;
    }

    // Messages stay out: they may quote what a visitor typed. Those of StoreUnavailable hold ids only.
    private static void log(String event, Request request, Throwable cause) {
        var chain = Stream.<Throwable>iterate(cause, it -> it != null, Throwable::getCause)
                .limit(FRAMES_LOGGED_MAX)
                .map(it -> it.getClass().getName())
                .collect(Collectors.joining(" < "));
        var at = Arrays.stream(cause.getStackTrace())
                .limit(FRAMES_LOGGED_MAX)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        var attempted = cause instanceof StoreUnavailable unavailable ? String.valueOf(unavailable.getMessage()) : "";
        Log.event(
                event,
                Map.of(
                        "requestId", request.requestId(),
                        "route", request.routeKey(),
                        "exception", chain,
                        "at", at,
                        "attempted", attempted));
    }
}

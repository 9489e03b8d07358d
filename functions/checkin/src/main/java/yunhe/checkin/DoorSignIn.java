package yunhe.checkin;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yunhe.checkin.signin.Client;
import yunhe.checkin.signin.IssuerUnavailable;
import yunhe.checkin.signin.SignIn;
import yunhe.checkin.signin.SignedCookie;
import yunhe.checkin.signin.StaffSession;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Log;
import yunhe.core.shared.Secrets;
import yunhe.core.shared.Texts;
import yunhe.pages.DoorPage;
import yunhe.web.Reply;
import yunhe.web.Request;

/** Signing in and out, and who is signed in. */
final class DoorSignIn {

    static final String SESSION = "door_session";
    static final String ATTEMPT = "door_sign_in";

    /** A long day at the door, without a new sign-in while people wait. */
    static final Duration SESSION_LASTS = Duration.ofHours(12);

    /** Time to find the password. */
    static final Duration ATTEMPT_LASTS = Duration.ofMinutes(10);

    private static final String START = "/door/sign-in";
    private static final String CALLBACK = "/door/callback";
    private static final String LANGUAGE = "lang";
    private static final int RETRY_AFTER_SECONDS = 10;

    private final SignIn signIn;
    private final SignedCookie sessions;
    private final SignedCookie attempts;
    private final Optional<String> publicUrl;
    private final Texts texts = new Texts(DoorSignIn.class, "door");

    /**
     * @param realTime for tokens and cookies: issuers and browsers count real time, also where the clock of the
     *     activities is moved
     */
    DoorSignIn(Environment environment, Clock realTime) {
        var signing = Secrets.signing(environment);
        this.signIn = new SignIn(Client.of(environment), realTime, environment.random());
        this.sessions = new SignedCookie(SESSION, SESSION_LASTS, signing, realTime);
        this.attempts = new SignedCookie(ATTEMPT, ATTEMPT_LASTS, signing, realTime);
        this.publicUrl = environment.optional("PUBLIC_URL");
    }

    Optional<StaffSession> session(Request request) {
        return request.cookie(SESSION).flatMap(sessions::read).flatMap(StaffSession::ofCookie);
    }

    /** The page for whoever is not signed in. */
    Reply page(Request request) {
        return page(200, request.language(), Optional.empty());
    }

    Reply begin(Request request) {
        try {
            var begun = signIn.begin(base(request) + CALLBACK);
            var content = new HashMap<>(begun.cookie());
            content.put(LANGUAGE, request.language().code());
            return Reply.seeOther(begun.page().toString()).withCookie(attempts.set(content, isHttps(request)));
        } catch (IssuerUnavailable cause) {
            return unavailable(cause, request.language());
        }
    }

    Reply finish(Request request) {
        var attempt = request.cookie(ATTEMPT).flatMap(attempts::read);
        var language = attempt.flatMap(DoorSignIn::language).orElse(request.language());
        var callback = new SignIn.Callback(request.query("code"), request.query("state"), request.query("iss"));
        try {
            return answer(signIn.finish(attempt, callback, base(request) + CALLBACK), request, language)
                    .withCookie(attempts.clear(isHttps(request)));
        } catch (IssuerUnavailable cause) {
            return unavailable(cause, language);
        }
    }

    private Reply answer(SignIn.Outcome outcome, Request request, Language language) {
        return switch (outcome) {
            case SignIn.SignedIn(var session) ->
                home(language).withCookie(sessions.set(session.toCookie(), isHttps(request)));
            case SignIn.NotStaff(var name) -> trouble(403, language, "sign_in.not_staff", name);
            // Who goes back in the browser's history comes here again, and is signed in already.
            case SignIn.Stale() ->
                session(request).isPresent() ? home(language) : trouble(400, language, "sign_in.stale");
            case SignIn.Refused() -> trouble(400, language, "sign_in.refused");
        };
    }

    Reply signOut(Request request) {
        return home(request.language()).withCookie(sessions.clear(isHttps(request)));
    }

    private static Reply home(Language language) {
        return Reply.seeOther("/door?" + LANGUAGE + "=" + language.code());
    }

    private Reply unavailable(IssuerUnavailable cause, Language language) {
        Log.event("door.issuer_unavailable", Map.of("attempted", String.valueOf(cause.getMessage())));
        return trouble(503, language, "sign_in.unavailable")
                .withHeader("retry-after", Integer.toString(RETRY_AFTER_SECONDS));
    }

    private Reply trouble(int status, Language language, String key, Object... arguments) {
        return page(status, language, Optional.of(texts.get(language, key, arguments)));
    }

    private static Reply page(int status, Language language, Optional<String> trouble) {
        var start = START + "?" + LANGUAGE + "=" + language.code();
        return Reply.html(status, DoorPage.renderSignIn(language, start, trouble))
                .withHeader("content-language", language.code());
    }

    private static Optional<Language> language(Map<String, Object> attempt) {
        return attempt.get(LANGUAGE) instanceof String code ? DoorScan.language(code) : Optional.empty();
    }

    private String base(Request request) {
        return request.baseUrl(publicUrl);
    }

    private boolean isHttps(Request request) {
        return base(request).startsWith("https:");
    }
}

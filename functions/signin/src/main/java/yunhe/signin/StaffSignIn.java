package yunhe.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yunhe.core.shared.Environment;
import yunhe.core.shared.Language;
import yunhe.core.shared.Log;
import yunhe.core.shared.Secrets;
import yunhe.core.shared.Texts;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.form.Codes;

/** Signing in to one part of the site and out of it, and who is signed in there. */
final class StaffSignIn {

    /** A long day at the door, without a new sign-in while people wait. */
    static final Duration SESSION_LASTS = Duration.ofHours(12);

    /** Time to find the password. */
    static final Duration ATTEMPT_LASTS = Duration.ofMinutes(10);

    private static final String LANGUAGE = "lang";
    private static final int RETRY_AFTER_SECONDS = 10;

    private final StaffArea area;
    private final SignIn signIn;
    private final SignedCookie sessions;
    private final SignedCookie attempts;
    private final Optional<String> publicUrl;
    private final Texts texts = new Texts(StaffSignIn.class, "sign_in");

    StaffSignIn(Environment environment, Clock realTime, StaffArea area) {
        var signing = Secrets.signing(environment);
        this.area = area;
        this.signIn = new SignIn(Client.of(environment), realTime, environment.random());
        this.sessions = new SignedCookie(area.cookie("session"), area.path(), SESSION_LASTS, signing, realTime);
        this.attempts = new SignedCookie(area.cookie("sign_in"), area.path(), ATTEMPT_LASTS, signing, realTime);
        this.publicUrl = environment.optional("PUBLIC_URL");
    }

    Optional<StaffSession> session(Request request) {
        return request.cookie(sessions.name())
                .flatMap(sessions::read)
                .flatMap(StaffSession::ofCookie)
                .filter(session -> session.is(area.role()));
    }

    /** The page for whoever is not signed in. */
    Reply page(Request request) {
        return page(200, request.language(), Optional.empty());
    }

    Reply begin(Request request) {
        try {
            var begun = signIn.begin(base(request) + area.callback());
            var content = new HashMap<>(begun.cookie());
            content.put(LANGUAGE, request.language().code());
            return Reply.seeOther(begun.page().toString()).withCookie(attempts.set(content, isHttps(request)));
        } catch (IssuerUnavailable cause) {
            return unavailable(cause, request.language());
        }
    }

    Reply finish(Request request) {
        var attempt = request.cookie(attempts.name()).flatMap(attempts::read);
        var language = attempt.flatMap(StaffSignIn::language).orElse(request.language());
        var callback = new SignIn.Callback(request.query("code"), request.query("state"), request.query("iss"));
        try {
            return answer(signIn.finish(attempt, callback, base(request) + area.callback()), request, language)
                    .withCookie(attempts.clear(isHttps(request)));
        } catch (IssuerUnavailable cause) {
            return unavailable(cause, language);
        }
    }

    private Reply answer(SignIn.Outcome outcome, Request request, Language language) {
        return switch (outcome) {
            case SignIn.SignedIn(var session)
            when session.is(area.role()) ->
                home(language).withCookie(sessions.set(session.toCookie(), isHttps(request)));
            case SignIn.SignedIn(var session) ->
                trouble(403, language, "sign_in.not_allowed." + Codes.of(area.role()), session.name());
            // Who goes back in the browser's history comes here again, and is signed in already.
            case SignIn.Stale() ->
                session(request).isPresent() ? home(language) : trouble(400, language, "sign_in.stale");
            case SignIn.Refused() -> trouble(400, language, "sign_in.refused");
        };
    }

    Reply signOut(Request request) {
        return home(request.language()).withCookie(sessions.clear(isHttps(request)));
    }

    private Reply home(Language language) {
        return Reply.seeOther(area.path() + "?" + LANGUAGE + "=" + language.code());
    }

    private Reply unavailable(IssuerUnavailable cause, Language language) {
        Log.event(
                "sign_in.issuer_unavailable",
                Map.of("area", area.path(), "attempted", String.valueOf(cause.getMessage())));
        return trouble(503, language, "sign_in.unavailable")
                .withHeader("retry-after", Integer.toString(RETRY_AFTER_SECONDS));
    }

    private Reply trouble(int status, Language language, String key, Object... arguments) {
        return page(status, language, Optional.of(texts.get(language, key, arguments)));
    }

    private Reply page(int status, Language language, Optional<String> trouble) {
        return Reply.html(status, area.page().render(language, area.path(), area.start(), trouble))
                .withHeader("content-language", language.code());
    }

    private static Optional<Language> language(Map<String, Object> attempt) {
        return attempt.get(LANGUAGE) instanceof String code
                ? Optional.ofNullable(Codes.LANGUAGES.get(code))
                : Optional.empty();
    }

    private String base(Request request) {
        return request.baseUrl(publicUrl);
    }

    private boolean isHttps(Request request) {
        return base(request).startsWith("https:");
    }
}

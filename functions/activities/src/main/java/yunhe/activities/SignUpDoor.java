package yunhe.activities;

import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Refusal;
import yunhe.core.activity.SignUp;
import yunhe.web.Problem;
import yunhe.web.Reply;
import yunhe.web.Request;
import yunhe.web.Router.PathParameters;
import yunhe.web.form.Honeypot;

/** {@code POST …/{id}/registrations}. */
final class SignUpDoor {

    private final ActivityType type;
    private final SignUp signUp;
    private final SignUpForm form;
    private final SignUpReplies replies;
    private final Decoy decoy;

    SignUpDoor(ActivityType type, SignUp signUp, SignUpForm form, SignUpReplies replies, Decoy decoy) {
        this.type = type;
        this.signUp = signUp;
        this.form = form;
        this.replies = replies;
        this.decoy = decoy;
    }

    Reply post(Request request, PathParameters path) {
        var body = request.body();
        var application = form.parse(request, body);
        var id = ActivityId.parse(type, path.get("id"))
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
        return Honeypot.isFilled(body)
                ? decoy.answer(request, id, body)
                : replies.of(signUp.signUp(id, application), id, request, body);
    }
}

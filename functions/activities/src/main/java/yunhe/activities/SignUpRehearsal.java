package yunhe.activities;

import yunhe.dynamo.snapshot.DryActivity;
import yunhe.web.Rehearsal;

/** A sign-up for an activity in a store that is not there, by somebody else each time. */
public final class SignUpRehearsal {

    private SignUpRehearsal() {}

    public static Rehearsal of(DryActivity activity) {
        return Rehearsal.post(
                activity.id().path() + "/registrations", """
                    {"group":"%s","locale":"zh","person":{"name":"示例 Sample","email":"sample%s@example.com",
                      "phone":"+86138001380%2$s","birthDate":"1998-03-01","organisation":"示例"},
                     "answers":{"diet":"none"},"consent":true}\
                    """.formatted(DryActivity.GROUP, Rehearsal.TURN));
    }
}

package yunhe.activities;

import yunhe.core.activity.Activities;
import yunhe.core.activity.Activity;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Refusal;
import yunhe.web.Problem;
import yunhe.web.Router.PathParameters;

/** The activity that an organiser's address names, drafts included. One of another type is not there. */
public record AskedActivity(ActivityType type, Activities activities) {

    public Activity find(PathParameters path) {
        return ActivityId.parse(path.get("id"))
                .filter(id -> id.type() == type)
                .flatMap(activities::find)
                .orElseThrow(() -> Problem.of(Refusal.NOT_FOUND).exception());
    }
}

package yunhe.activities;

import yunhe.core.activity.Activities;
import yunhe.core.activity.ActivityType;
import yunhe.core.activity.Registrations;
import yunhe.core.notice.Unreachables;
import yunhe.core.shared.Environment;
import yunhe.web.Router;

/** Activities of one type for those who organise them: make, publish, cancel, list people, decide. */
public final class OrganiserDoors {

    private OrganiserDoors() {}

    public static Router.Builder routes(
            ActivityType type,
            Activities activities,
            Registrations registrations,
            Unreachables unreachables,
            Environment environment) {
        var admin = new AdminActivityDoors(type, activities, registrations, environment);
        var asked = new AskedActivity(type, activities);
        var people = new AdminRegistrationDoors(asked, activities, registrations, unreachables, environment.clock());
        var decisions = new DecisionDoors(asked, activities, registrations, environment.clock());
        var all = "/admin" + type.collection();
        var one = all + "/{id}";
        return Router.routes()
                .on("POST " + all, admin::create)
                .on("GET " + all, admin::list)
                .on("GET " + one, admin::get)
                .on("PUT " + one, admin::replace)
                .on("GET " + one + "/questions", admin::questions)
                .on("POST " + one + "/publish", admin::publish)
                .on("POST " + one + "/cancel", admin::cancel)
                .on("GET " + one + "/registrations", people::list)
                .on("POST " + one + "/registrations/{rid}/cancel", people::cancel)
                .on("POST " + one + "/registrations/{rid}/decision", decisions::decide)
                .on("POST " + one + "/registrations/decisions", decisions::decideMany);
    }
}

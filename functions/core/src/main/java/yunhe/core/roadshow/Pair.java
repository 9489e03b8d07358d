package yunhe.core.roadshow;

import yunhe.core.activity.RegistrationId;

/** A project and an investor who may meet. */
public record Pair(RegistrationId project, RegistrationId investor) {

    /** Whom one of the two sits across from. */
    public RegistrationId other(RegistrationId one) {
        return project.equals(one) ? investor : project;
    }
}

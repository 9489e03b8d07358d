package yunhe.core.roadshow;

import yunhe.core.activity.RegistrationId;

/** A project with fewer meetings than it should have. */
public record Unmet(RegistrationId project, int meetings, int minimum) {}

package yunhe.core.roadshow;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import yunhe.core.activity.ActivityId;
import yunhe.core.activity.RegistrationId;

/** In which order projects pitch, and how long each has. */
public record RunningOrder(ActivityId roadshow, List<RegistrationId> projects, Duration each) {

    public static final int PITCHES_MAX = 60;
    public static final int MINUTES_MAX = 240;

    public RunningOrder {
        projects = List.copyOf(projects);
        if (projects.size() > PITCHES_MAX || new HashSet<>(projects).size() < projects.size()) {
            throw new IllegalArgumentException("more than " + PITCHES_MAX + " pitches, or one twice");
        }
    }
}

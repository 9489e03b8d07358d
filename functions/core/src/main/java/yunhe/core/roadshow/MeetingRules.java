package yunhe.core.roadshow;

import yunhe.core.profile.Profile;

/**
 * How many meetings there may be.
 *
 * @param slots one after the other, counted from 0
 * @param tables in each slot, counted from 0
 * @param minMeetingsPerProject what every project is to have if it can be done; at most its maximum
 */
public record MeetingRules(int slots, int tables, int maxMeetingsPerProject, int minMeetingsPerProject) {

    public static final int SLOTS_MAX = 24;
    public static final int TABLES_MAX = 200;

    public MeetingRules {
        within("slots", slots, 1, SLOTS_MAX);
        within("tables", tables, 1, TABLES_MAX);
        within("maxMeetingsPerProject", maxMeetingsPerProject, 1, Profile.MEETINGS_MAX);
        within("minMeetingsPerProject", minMeetingsPerProject, 0, maxMeetingsPerProject);
    }

    /** For how many meetings there is room. */
    public int room() {
        return slots * tables;
    }

    private static void within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " " + value);
        }
    }
}

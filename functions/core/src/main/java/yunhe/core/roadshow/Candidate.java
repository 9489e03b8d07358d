package yunhe.core.roadshow;

import yunhe.core.profile.Profile;

/** Two who may meet. */
public record Candidate(Participant<Profile.Project> project, Participant<Profile.Investor> investor, int score) {

    public Pair pair() {
        return new Pair(project.id(), investor.id());
    }
}

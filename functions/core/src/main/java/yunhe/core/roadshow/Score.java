package yunhe.core.roadshow;

import java.util.HashSet;
import java.util.List;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile;

/**
 * How well a project and an investor fit: 0 to 100, in whole numbers. It is the sum of five parts; a part of which
 * something is not known is 0.
 */
public final class Score {

    public static final int MAX = 100;

    private static final int SECTORS = 40;
    private static final int STAGE = 20;
    private static final int TICKET = 20;
    private static final int WISH = 10;

    private Score() {}

    public static int of(Participant<Profile.Project> project, Participant<Profile.Investor> investor) {
        return sectors(project.profile(), investor.profile())
                + stage(project.profile(), investor.profile())
                + ticket(project.profile(), investor.profile())
                + wish(project.wishes(), investor.id())
                + wish(investor.wishes(), project.id());
    }

    /** ⌊40 × common sectors ÷ the project's sectors⌋: an investor's further sectors take nothing away. */
    private static int sectors(Profile.Project project, Profile.Investor investor) {
        var sectors = new HashSet<>(project.sectors());
        int all = sectors.size();
        sectors.retainAll(investor.sectors());
        return all == 0 ? 0 : SECTORS * sectors.size() / all;
    }

    /** 20 when the project's stage is one of the investor's. */
    private static int stage(Profile.Project project, Profile.Investor investor) {
        return project.stage().filter(investor.stages()::contains).isPresent() ? STAGE : 0;
    }

    /** 20 when what the project seeks is within what the investor puts in, both bounds inclusive. */
    private static int ticket(Profile.Project project, Profile.Investor investor) {
        return project.seeking()
                        .filter(yuan ->
                                investor.ticketMin().filter(min -> min <= yuan).isPresent())
                        .filter(yuan ->
                                investor.ticketMax().filter(max -> yuan <= max).isPresent())
                        .isPresent()
                ? TICKET
                : 0;
    }

    /**
     * ⌊10 × (1 − (rank − 1) ÷ 20)⌋ with ranks from 1: 10 for the dearest wish, 9 for the next two, 0 for the twentieth.
     */
    private static int wish(List<RegistrationId> wishes, RegistrationId other) {
        int index = wishes.indexOf(other);
        return index < 0 ? 0 : WISH * (Participant.WISHES_MAX - index) / Participant.WISHES_MAX;
    }
}

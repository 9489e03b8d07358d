package yunhe.core.profile;

import java.util.List;
import yunhe.core.profile.Profile.Side;
import yunhe.core.shared.Bilingual;

/** The groups that a roadshow may have. Whoever is in the audience meets nobody and has no profile. */
public final class RoadshowGroups {

    public static final String AUDIENCE = "audience";

    public static final List<String> IDS = List.of(Side.PROJECT.group(), Side.INVESTOR.group(), AUDIENCE);

    private RoadshowGroups() {}

    /** What it is called unless its organiser says otherwise. */
    public static Bilingual title(String id) {
        return Side.ofGroup(id)
                .map(side -> switch (side) {
                    case PROJECT -> new Bilingual("项目方", "Projects");
                    case INVESTOR -> new Bilingual("投资人", "Investors");
                })
                .orElse(new Bilingual("观众", "Audience"));
    }
}

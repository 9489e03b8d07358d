package yunhe.activities;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import yunhe.core.profile.Profile;
import yunhe.web.Json;

/** A profile as JSON: in full for its owner and for organisers, and what the other side sees of it. */
public final class ProfileView {

    private ProfileView() {}

    static ObjectNode of(Profile profile) {
        var body = visible(Json.object(), profile);
        switch (profile) {
            case Profile.Project project -> {
                project.seeking().ifPresent(yuan -> body.put("seeking", yuan));
                project.deckUrl().ifPresent(url -> body.put("deckUrl", url));
            }
            case Profile.Investor investor -> {
                investor.ticketMin().ifPresent(yuan -> body.put("ticketMin", yuan));
                investor.ticketMax().ifPresent(yuan -> body.put("ticketMax", yuan));
                body.put("maxMeetings", investor.maxMeetings());
            }
        }
        return body;
    }

    /** Adds what the other side may see. */
    public static ObjectNode visible(ObjectNode body, Profile profile) {
        list(body, "sectors", profile.sectors());
        switch (profile) {
            case Profile.Project project -> {
                project.stage().ifPresent(stage -> body.put("stage", stage));
                project.pitch().ifPresent(pitch -> body.set("pitch", Json.bilingual(pitch)));
            }
            case Profile.Investor investor -> list(body, "stages", investor.stages());
        }
        return body;
    }

    private static void list(ObjectNode body, String name, List<String> values) {
        var array = body.putArray(name);
        values.forEach(array::add);
    }
}

package yunhe.dynamo.activity;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import yunhe.core.profile.Profile;
import yunhe.dynamo.Attributes;

/** A profile as part of a registration's item. */
final class ProfileItem {

    private static final String SIDE = "side";

    private ProfileItem() {}

    static AttributeValue of(Profile profile) {
        var item = Attributes.fresh()
                .put(SIDE, profile.side().group())
                .put("sectors", Attributes.texts(profile.sectors()));
        switch (profile) {
            case Profile.Project project -> {
                item.put("stage", project.stage()).put("deckUrl", project.deckUrl());
                project.seeking().ifPresent(yuan -> item.put("seeking", yuan));
                project.pitch().ifPresent(pitch -> item.put("pitch", pitch));
            }
            case Profile.Investor investor -> {
                item.put("stages", Attributes.texts(investor.stages())).put("maxMeetings", investor.maxMeetings());
                investor.ticketMin().ifPresent(yuan -> item.put("ticketMin", yuan));
                investor.ticketMax().ifPresent(yuan -> item.put("ticketMax", yuan));
            }
        }
        return item.asValue();
    }

    static Profile read(Attributes item) {
        var side = Profile.Side.ofGroup(item.text(SIDE)).orElseThrow();
        return switch (side) {
            case PROJECT ->
                new Profile.Project(
                        item.texts("sectors"),
                        item.optionalText("stage"),
                        item.optionalNumber("seeking"),
                        item.optionalNested("pitch").map(Attributes::asValue).map(Attributes::bilingual),
                        item.optionalText("deckUrl"));
            case INVESTOR ->
                new Profile.Investor(
                        item.texts("sectors"),
                        item.texts("stages"),
                        item.optionalNumber("ticketMin"),
                        item.optionalNumber("ticketMax"),
                        item.smallNumber("maxMeetings"));
        };
    }
}

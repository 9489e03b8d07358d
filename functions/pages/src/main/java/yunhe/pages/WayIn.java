package yunhe.pages;

import java.util.Optional;
import yunhe.core.activity.ActivityId;
import yunhe.core.profile.RoadshowGroups;

/**
 * One of the ways to take part in a roadshow: with a project, as an investor, or to listen.
 *
 * @param title what the organiser calls the group, if that is not what it is always called
 * @param path of the page with this way's form
 */
record WayIn(GroupLine group, String heading, String text, Optional<String> title, String path) {

    static WayIn of(ActivityId roadshow, GroupLine group, PageTexts texts) {
        var usual = RoadshowGroups.title(group.id()).in(texts.language());
        return new WayIn(
                group,
                texts.get("roadshow.as." + group.id()),
                texts.get("roadshow.as." + group.id() + ".text"),
                Optional.of(group.title()).filter(title -> !title.equals(usual)),
                path(roadshow, group.id()));
    }

    static String path(ActivityId roadshow, String group) {
        return roadshow.pagePath() + "?group=" + group;
    }
}

package yunhe.pages;

import java.util.ArrayList;
import java.util.List;
import yunhe.core.activity.Registration;
import yunhe.core.profile.Profile;

/** A line of what a project or an investor said about itself, for itself. */
record ProfileLine(String label, String text) {

    static List<ProfileLine> of(Registration registration, PageTexts texts) {
        var lines = new Lines(texts, new ProfileWords(texts), new ArrayList<>());
        registration.profile().ifPresent(profile -> {
            var label = "roadshow.organisation." + profile.side().group();
            registration.person().organisation().ifPresent(name -> lines.add(label, name));
            switch (profile) {
                case Profile.Project project -> lines.project(project);
                case Profile.Investor investor -> lines.investor(investor);
            }
        });
        return List.copyOf(lines.all());
    }

    /** Collects them. */
    private record Lines(PageTexts texts, ProfileWords words, List<ProfileLine> all) {

        void project(Profile.Project project) {
            add("profile.sectors.project", words.joined(words.sectors(project.sectors())));
            add(
                    "profile.stage",
                    words.joined(words.stages(project.stage().stream().toList())));
            project.seeking().ifPresent(yuan -> add("profile.seeking", words.money(yuan)));
            project.pitch().ifPresent(pitch -> add("profile.pitch", pitch.in(texts.language())));
            project.deckUrl().ifPresent(url -> add("profile.deckUrl", url));
        }

        void investor(Profile.Investor investor) {
            add("profile.sectors.investor", words.joined(words.sectors(investor.sectors())));
            add("profile.stages", words.joined(words.stages(investor.stages())));
            investor.ticketMin().ifPresent(yuan -> add("profile.ticketMin", words.money(yuan)));
            investor.ticketMax().ifPresent(yuan -> add("profile.ticketMax", words.money(yuan)));
            add("profile.maxMeetings", Integer.toString(investor.maxMeetings()));
        }

        void add(String label, String text) {
            if (!text.isEmpty()) {
                all.add(new ProfileLine(texts.get(label), text));
            }
        }
    }
}

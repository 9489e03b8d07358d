package yunhe.pages;

import java.util.List;
import java.util.Optional;
import yunhe.core.profile.Profile;
import yunhe.core.roadshow.Directory;

/**
 * What the other side reads of a participant, and nothing else of it.
 *
 * @param rank what its reader typed or wished before, from 1; empty for no wish
 * @param error what is wrong with the rank
 */
record DirectoryCard(
        String id,
        String organisation,
        List<String> sectors,
        List<String> stages,
        Optional<String> pitch,
        String rank,
        Optional<String> error) {

    static DirectoryCard of(Directory.Entry entry, String rank, Optional<String> error, PageTexts texts) {
        var words = new ProfileWords(texts);
        return new DirectoryCard(
                entry.id().value(),
                entry.organisation(),
                words.sectors(entry.profile().sectors()),
                words.stages(entry.stages()),
                pitch(entry.profile(), texts),
                rank,
                error);
    }

    private static Optional<String> pitch(Profile profile, PageTexts texts) {
        return switch (profile) {
            case Profile.Project project -> project.pitch().map(text -> text.in(texts.language()));
            case Profile.Investor any -> Optional.empty();
        };
    }

    /** The name of its field, and its id in the page. */
    String field() {
        return field(id);
    }

    static String field(String id) {
        return "rank." + id;
    }

    boolean isWished() {
        return !rank.isEmpty();
    }
}

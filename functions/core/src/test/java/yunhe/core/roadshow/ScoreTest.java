package yunhe.core.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yunhe.core.activity.RegistrationId;
import yunhe.core.profile.Profile;

final class ScoreTest {

    @Test
    void whoever_fits_in_everything_and_is_wished_for_most_has_a_hundred() {
        var id = Fair.project(0).id();
        var other = Fair.investor(0).id();
        var project = new Participant<>(
                id,
                new Profile.Project(
                        List.of("ai", "life-health"),
                        Optional.of("pre-a"),
                        Optional.of(8_000_000L),
                        Optional.empty(),
                        Optional.empty()),
                List.of(other));
        var investor = new Participant<>(
                other,
                new Profile.Investor(
                        List.of("life-health", "smart-city", "ai"),
                        List.of("angel", "pre-a"),
                        Optional.of(1_000_000L),
                        Optional.of(10_000_000L),
                        6),
                List.of(id));
        assertEquals(Score.MAX, Score.of(project, investor));
    }

    @Test
    void whoever_says_nothing_has_nothing() {
        assertEquals(0, sectors(List.of(), List.of()));
    }

    @Test
    void sectors_are_worth_the_share_of_the_projects_that_are_common_rounded_down() {
        var three = List.of("ai", "smart-city", "life-health");
        assertEquals(40, sectors(three, List.of("low-altitude", "life-health", "ai", "smart-city")));
        assertEquals(26, sectors(three, List.of("life-health", "ai")));
        assertEquals(13, sectors(three, List.of("ai")));
        assertEquals(0, sectors(three, List.of("low-altitude")));
        assertEquals(20, sectors(List.of("ai", "smart-city"), List.of("ai")));
        assertEquals(5, sectors(List.of("ai", "b", "c", "d", "e", "f", "g", "h"), List.of("ai")));
        assertEquals(0, sectors(List.of(), three));
        assertEquals(0, sectors(three, List.of()));
    }

    @Test
    void a_stage_counts_when_it_is_one_of_the_investors() {
        assertEquals(20, stage(Optional.of("pre-a"), List.of("angel", "pre-a")));
        assertEquals(0, stage(Optional.of("a"), List.of("angel", "pre-a")));
        assertEquals(0, stage(Optional.empty(), List.of("angel", "pre-a")));
        assertEquals(0, stage(Optional.of("a"), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "1000000, 1000000, 5000000, 20",
        "5000000, 1000000, 5000000, 20",
        "999999, 1000000, 5000000, 0",
        "5000001, 1000000, 5000000, 0",
        "1000000000000, 0, 1000000000000, 20",
        "0, 0, 0, 20",
        ", 1000000, 5000000, 0",
        "1000000, , 5000000, 0",
        "1000000, 1000000, , 0"
    })
    void money_counts_from_the_least_to_the_most_that_the_investor_puts_in(
            Long seeking, Long ticketMin, Long ticketMax, int score) {
        var project = new Profile.Project(
                List.of(), Optional.empty(), Optional.ofNullable(seeking), Optional.empty(), Optional.empty());
        var investor = new Profile.Investor(
                List.of(), List.of(), Optional.ofNullable(ticketMin), Optional.ofNullable(ticketMax), 1);
        assertEquals(score, score(project, investor));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 9", "3, 9", "4, 8", "10, 5", "11, 5", "18, 1", "19, 1", "20, 0"})
    void a_wish_is_worth_less_the_later_it_comes_on_either_side(int rank, int score) {
        var project = new Participant<>(Fair.project(0).id(), Fair.project(List.of()), List.of());
        var investor = new Participant<>(Fair.investor(0).id(), Fair.investor(List.of(), 1), List.of());
        var wishing = new Participant<>(project.id(), project.profile(), at(rank, investor.id(), 1));
        var wishingToo = new Participant<>(investor.id(), investor.profile(), at(rank, project.id(), 1));
        assertEquals(score, Score.of(wishing, investor));
        assertEquals(score, Score.of(project, wishingToo));
        assertEquals(2 * score, Score.of(wishing, wishingToo));
    }

    private static List<RegistrationId> at(int rank, RegistrationId id, int others) {
        return Stream.concat(
                        IntStream.range(others, others + rank - 1)
                                .mapToObj(number -> Fair.project(number).id()),
                        Stream.of(id))
                .toList();
    }

    private static int sectors(List<String> project, List<String> investor) {
        return score(Fair.project(project), Fair.investor(investor, 1));
    }

    private static int stage(Optional<String> project, List<String> investor) {
        return score(
                new Profile.Project(List.of(), project, Optional.empty(), Optional.empty(), Optional.empty()),
                new Profile.Investor(List.of(), investor, Optional.empty(), Optional.empty(), 1));
    }

    private static int score(Profile.Project project, Profile.Investor investor) {
        return Score.of(
                new Participant<>(Fair.project(0).id(), project, List.of()),
                new Participant<>(Fair.investor(0).id(), investor, List.of()));
    }
}

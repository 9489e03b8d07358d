package yunhe.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Faults;

final class WishesTest {

    private static final String NOTHING = "{\"ranked\":[]}";

    /** More calls than a wish makes: a loop that ends here has missed its end. */
    private static final int CALLS_MAX = 20;

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @AfterEach
    void the_store_is_back() {
        stage.faults().takeBack();
    }

    @Test
    void of_many_wishes_of_one_person_at_once_each_is_answered_with_what_it_said_and_one_stands() {
        var roadshow = stage.roadshow();
        var mine = stage.project(roadshow, 1);
        var others = IntStream.range(0, 6)
                .mapToObj(number -> stage.investor(roadshow, number))
                .toList();
        var wishes = IntStream.range(0, 6)
                .mapToObj(number -> List.of(others.get(number), others.get((number + 1) % 6)))
                .toList();
        var answers =
                AtOnce.run(6, number -> stage.visitor("PUT", mine.path("/wishes"), Stage.ranked(wishes.get(number))));

        for (int number = 0; number < 6; number++) {
            assertEquals(
                    wishes.get(number).stream().map(Stage.Guest::id).toList(),
                    answers.get(number).ranked(),
                    answers.get(number).body());
        }
        var stands = stage.visitor("GET", mine.path("/wishes"), "").ranked();
        assertTrue(answers.stream().anyMatch(answer -> answer.ranked().equals(stands)), () -> stands.toString());
    }

    @Test
    void the_form_comes_before_existence_existence_before_the_state_and_the_state_before_the_fields() {
        var roadshow = stage.roadshow();
        var mine = stage.project(roadshow, 1);
        var listener = stage.listener(roadshow, 1);
        var wrongToken = mine.path("/wishes") + "x";

        assertEquals("body.malformed", stage.visitor("PUT", wrongToken, "{").code());
        assertEquals("not_found", stage.visitor("PUT", wrongToken, "{}").code());
        assertEquals(
                "body.invalid", stage.visitor("PUT", mine.path("/wishes"), "{}").code());
        assertEquals(
                "registration.state",
                stage.visitor("PUT", listener.path("/wishes"), "{}").code());
        stage.organiser("POST", Stage.publication(roadshow, stage.draft(roadshow)), "");
        assertEquals(
                "timetable.published",
                stage.visitor("PUT", mine.path("/wishes"), "{}").code());
    }

    @Test
    void whom_one_may_not_wish_for_is_refused_and_what_was_wished_before_stands() {
        var roadshow = stage.roadshow();
        var mine = stage.project(roadshow, 1);
        var investor = stage.investor(roadshow, 1);
        var gone = stage.investor(roadshow, 2);
        stage.visitor("DELETE", gone.path(""), "");
        stage.visitor("PUT", mine.path("/wishes"), Stage.ranked(List.of(investor)));

        for (var wrong : List.of(
                List.of(gone),
                List.of(mine),
                List.of(stage.project(roadshow, 2)),
                List.of(stage.investor(stage.roadshow(), 3)),
                List.of(investor, investor))) {
            var answer = stage.visitor("PUT", mine.path("/wishes"), Stage.ranked(wrong));
            assertEquals(400, answer.status(), answer.body());
        }
        assertEquals(
                List.of(investor.id()),
                stage.visitor("GET", mine.path("/wishes"), "").ranked());
    }

    @ParameterizedTest
    @EnumSource
    void a_wish_that_got_no_answer_stands_once_it_is_said_again(Faults.When when) {
        var roadshow = stage.roadshow();
        var mine = stage.project(roadshow, 1);
        var investor = stage.investor(roadshow, 1);
        var body = Stage.ranked(List.of(investor));
        for (int call = 1; call < CALLS_MAX; call++) {
            stage.visitor("PUT", mine.path("/wishes"), NOTHING);
            stage.faults().failCall(call, when);
            var first = stage.unluckyVisitor("PUT", mine.path("/wishes"), body);
            if (stage.faults().takeBack()) {
                assertEquals(200, first.status(), first.body());
                assertTrue(call > 3, "who asks, whom for, and the write");
                return;
            }
            assertEquals("store.unavailable", first.code());
            assertEquals(
                    List.of(investor.id()),
                    stage.visitor("PUT", mine.path("/wishes"), body).ranked());
        }
        throw new AssertionError("no end");
    }

    @Test
    void nobody_is_read_for_a_directory_that_is_asked_for_without_a_token() {
        var roadshow = stage.roadshow();
        stage.faults().failCall(1, Faults.When.BEFORE);
        var answer = stage.unluckyVisitor("GET", "/roadshows/" + roadshow + "/directory", "");

        assertTrue(stage.faults().takeBack(), "the store was asked");
        assertEquals(404, answer.status());
    }
}

package yunhe.roadshow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yunhe.testkit.AtOnce;
import yunhe.testkit.Faults;

final class PublicationTest {

    /** More calls than a publication makes: a loop that ends here has missed its end. */
    private static final int CALLS_MAX = 100;

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
    void one_draft_that_is_published_many_times_at_once_is_answered_alike() {
        var roadshow = stage.roadshow();
        stage.project(roadshow, 1);
        stage.investor(roadshow, 1);
        var path = Stage.publication(roadshow, stage.draft(roadshow));
        var answers = AtOnce.run(8, number -> stage.organiser("POST", path, ""));

        answers.forEach(answer -> assertEquals(200, answer.status(), answer.body()));
        assertEquals(1, answers.stream().map(Stage.Answer::json).distinct().count());
    }

    @Test
    void of_many_drafts_that_are_published_at_once_one_is_and_stays() {
        var roadshow = stage.roadshow();
        var drafts = Stream.generate(() -> stage.draft(roadshow)).limit(4).toList();
        var answers =
                AtOnce.run(4, number -> stage.organiser("POST", Stage.publication(roadshow, drafts.get(number)), ""));

        var published =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertEquals(1, published.size(), () -> answers.toString());
        assertEquals(
                3,
                answers.stream()
                        .filter(answer -> answer.code().equals("timetable.published"))
                        .count());
        assertEquals(
                published.getFirst().text("id"),
                stage.organiser("GET", Stage.timetable(roadshow), "")
                        .json()
                        .at("/published/id")
                        .asText());
    }

    @ParameterizedTest
    @EnumSource
    void a_publication_that_got_no_answer_gets_one_when_it_is_asked_for_again(Faults.When when) {
        for (int call = 1; call < CALLS_MAX; call++) {
            var roadshow = stage.roadshow();
            var path = Stage.publication(roadshow, stage.draft(roadshow));
            stage.faults().failCall(call, when);
            var first = stage.unluckyOrganiser("POST", path, "");
            if (stage.faults().takeBack()) {
                assertEquals(200, first.status(), first.body());
                assertTrue(call > 4, "the roadshow, what is published, the draft, everybody, the write");
                return;
            }
            assertEquals("store.unavailable", first.code());
            assertEquals(200, stage.organiser("POST", path, "").status(), "call " + call);
        }
        throw new AssertionError("no end");
    }

    @Test
    void the_form_comes_before_existence_existence_before_the_state_and_the_state_before_the_fields() {
        var roadshow = stage.roadshow();
        var path = Stage.timetable(roadshow);
        var unknown = Stage.timetable("show_AAAAAAAAAAE");

        assertEquals("body.malformed", stage.organiser("POST", unknown, "{").code());
        assertEquals("not_found", stage.organiser("POST", unknown, "{}").code());
        assertEquals("body.invalid", stage.organiser("POST", path, "{}").code());
        stage.organiser("POST", Stage.publication(roadshow, stage.draft(roadshow)), "");
        assertEquals("timetable.published", stage.organiser("POST", path, "{}").code());
    }

    @Test
    void somebody_who_is_pinned_and_cancels_before_the_publication_just_does_not_meet() {
        var roadshow = stage.roadshow();
        var project = stage.project(roadshow, 1);
        var investor = stage.investor(roadshow, 1);
        var made = stage.organiser(
                "POST",
                Stage.timetable(roadshow),
                "{%s,\"pinned\":[{\"project\":\"%s\",\"investor\":\"%s\"}]}"
                        .formatted(Stage.SLOTS, project.id(), investor.id()));
        assertEquals(1, made.json().path("meetings").size(), made.body());
        stage.visitor("DELETE", investor.path(""), "");

        var published = stage.organiser("POST", Stage.publication(roadshow, made.text("id")), "");
        assertEquals(200, published.status(), published.body());
        assertEquals(0, published.json().path("meetings").size());
    }
}

package yunhe.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HandlersTest {

    private static final Handlers PROJECT = new Handlers(Template.ofProject());

    @Test
    void every_handler_is_in_the_module_that_makes_its_zip() {
        assertEquals(List.of(), PROJECT.inTheWrongPlace());
    }

    @Test
    void every_handler_takes_the_events_that_wake_it() {
        assertEquals(List.of(), PROJECT.ofTheWrongType());
    }

    @Test
    void every_variable_that_is_read_is_set_and_none_is_set_unread() {
        assertEquals(List.of(), PROJECT.withOtherVariables());
    }

    /** A rehearsal that is refused would load half of what a request needs, and nobody would notice. */
    @Test
    void every_function_behind_the_api_rehearses_a_request_that_succeeds() {
        assertEquals(List.of(), PROJECT.rehearsedInVain());
    }

    @Test
    void handlers_that_do_not_fit_are_found() throws IOException {
        var broken = new Handlers(TemplateRulesTest.broken());
        assertEquals(
                List.of(
                        "First is not made by a module: functions/nowhere/target/nowhere.zip",
                        "Second is not made by a module: functions/nowhere/target/nowhere.zip",
                        "Second is not in nowhere"),
                broken.inTheWrongPlace());
        assertEquals(
                List.of(
                        "First java.lang.ClassNotFoundException: yunhe.nowhere.MissingHandler",
                        "Second java.lang.NoSuchMethodException: yunhe.checks.WrongTypeHandler.<init>()"),
                broken.ofTheWrongType());
        assertEquals(
                List.of(
                        "First java.lang.ClassNotFoundException: yunhe.nowhere.MissingHandler",
                        "Second reads NOBODY_SETS_THIS, which is not set",
                        "Second does not read NOBODY_READS_THIS"),
                broken.withOtherVariables());
    }
}

package yunhe.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {

    @Test
    void dotted_names_are_nested_and_a_repeated_one_is_a_list() {
        assertEquals("{'person':{'name':'李雷'},'topics':['ai','run']}", tree("person.name=李雷&topics=ai&topics=run"));
    }

    @Test
    void a_numbered_name_is_part_of_one_of_several() {
        assertEquals(
                "{'proof':[{'kind':'graduation','ref':'7'},{'kind':'interview','ref':'8'}]}",
                tree("proof[0].kind=graduation&proof%5B1%5D.kind=interview&proof[0].ref=7&proof[1].ref=8"));
    }

    @Test
    void what_is_left_empty_of_several_keeps_its_number() {
        assertEquals("{'proof':[{},{'ref':'8'}]}", tree("proof[0].ref=&proof[1].ref=8"));
        assertEquals("{}", tree("proof[0].ref="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=1&a.b=2", "a.b=2&a=1", "a=1&a[0].b=2", "a=1&a=2&a[0].b=3", "a.b=1&a[0].b=2", "a.b.c.d.e.f=1"})
    void what_is_two_things_at_once_is_malformed(String body) {
        assertThrows(ProblemException.class, () -> tree(body));
    }

    @Test
    void a_number_out_of_reason_is_only_a_name() {
        assertEquals("{'a[100]':{'b':'1'}}", tree("a[100].b=1"));
    }

    /** With single quotes. */
    private static String tree(String body) {
        return Json.write(FormBody.parse(body.getBytes(UTF_8))).replace('"', '\'');
    }
}

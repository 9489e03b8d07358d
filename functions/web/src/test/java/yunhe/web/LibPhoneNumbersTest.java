package yunhe.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibPhoneNumbersTest {

    private static final LibPhoneNumbers NUMBERS = new LibPhoneNumbers("CN");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        +8613800000001        | +8613800000001
        138 0000 0001         | +8613800000001
        138-0000-0001         | +8613800000001
        １３８００００００１１ | +8613800000011
        0086 138 0000 0001    | +8613800000001
        +49 30 901820         | +4930901820
        +49 (0)151 23456789   | +4915123456789
        +1 415 555 2671       | +14155552671
        0571 8765 4321        | +8657187654321
        """)
    void a_number_is_one_number_however_it_is_typed(String typed, String e164) {
        assertEquals(e164, NUMBERS.parse(typed).orElseThrow().e164());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "1380000000",
                "138000000011",
                "+999 123456789",
                "one three eight",
                "1-800-FLOWERS",
                "138 0000 0001 ext. 5",
                "13800000001\u202e",
                "+86 1380000000012345"
            })
    void what_could_be_nobodys_number_is_none(String typed) {
        assertTrue(NUMBERS.parse(typed).isEmpty(), typed);
    }
}

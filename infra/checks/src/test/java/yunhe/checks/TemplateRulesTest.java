package yunhe.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TemplateRulesTest {

    @ParameterizedTest
    @EnumSource
    void the_template_keeps(TemplateRules rule) {
        assertEquals(List.of(), rule.brokenBy(Template.ofProject()));
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_template_is_found_by(TemplateRules rule) throws IOException {
        assertFalse(rule.brokenBy(broken()).isEmpty());
    }

    static Template broken() throws IOException {
        try (var file = TemplateRulesTest.class.getResourceAsStream("/broken-template.yaml")) {
            return Template.parse(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

package yunhe.checks;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("yunhe");

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("yunhe.core.broken", "yunhe.web.broken", "yunhe.dynamo.broken");

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                        Architecture.CORE_KNOWS_ONLY_THE_JDK,
                        Architecture.WEB_AND_SIGN_IN_DO_NOT_KNOW_THE_STORE,
                        Architecture.STORE_DOES_NOT_KNOW_THE_WEB,
                        Architecture.ONLY_DYNAMO_SPEAKS_WITH_DYNAMODB,
                        Architecture.HANDLERS_ONLY_HAND_THE_CLIENT_ON,
                        Architecture.ONLY_WEB_KNOWS_HTTP_EVENTS,
                        Architecture.PAGES_ARE_A_LIBRARY_OF_THOSE_WHO_ANSWER_WITH_PAGES,
                        Architecture.WHAT_FUNCTIONS_SHARE_IS_BUILT_ON_THE_LIBRARIES_AND_NOT_THE_OTHER_WAY_ROUND,
                        Architecture.TIME_AND_CHANCE_COME_FROM_THE_ENVIRONMENT,
                        Architecture.PACKAGES_HAVE_NO_CYCLES,
                        Architecture.nobodyDependsOn("gatherings"),
                        Architecture.nobodyDependsOn("roadshow"),
                        Architecture.nobodyDependsOn("lodging"),
                        Architecture.nobodyDependsOn("checkin"),
                        Architecture.nobodyDependsOn("reminders"),
                        Architecture.nobodyDependsOn("notifications"),
                        Architecture.nobodyDependsOn("notices"))
                .map(rule -> Named.of(rule.getDescription(), rule.allowEmptyShould(false)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_project_keeps(ArchRule rule) {
        rule.check(PROJECT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_broken_project_is_found_by(ArchRule rule) {
        assertTrue(rule.evaluate(BROKEN).hasViolation());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nothing_to_look_at_is_found_by(ArchRule rule) {
        var nothing = new ClassFileImporter().importClasses(List.of());
        assertThrows(AssertionError.class, () -> rule.check(nothing));
    }

    /** A rule about a package that is not there any more would hold for ever. */
    @Test
    void every_package_that_a_rule_names_exists() {
        for (var name : new String[] {
            "core",
            "web",
            "dynamo",
            "pages",
            "signin",
            "gatherings",
            "roadshow",
            "lodging",
            "checkin",
            "reminders",
            "notifications",
            "notices"
        }) {
            assertTrue(
                    PROJECT.stream()
                            .anyMatch(type -> (type.getPackageName() + ".").startsWith("yunhe." + name + ".")
                                    && !type.getSimpleName().equals("package-info")),
                    name);
        }
        assertTrue(PROJECT.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(
                        to -> to.getTargetClass().getPackageName().equals("software.amazon.awssdk.services.dynamodb")));
    }
}

package yunhe.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import yunhe.core.shared.Environment;

/** Who may know whom: {@code core ← web, dynamo, pages ← signin, activities ← functions}. */
final class Architecture {

    private static final String DYNAMO_SDK = "software.amazon.awssdk.services.dynamodb..";

    /** And what signs tickets. */
    static final ArchRule CORE_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("yunhe.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.bouncycastle..", "org.jspecify..", "yunhe.core..");

    static final ArchRule WEB_AND_SIGN_IN_DO_NOT_KNOW_THE_STORE = noClasses()
            .that()
            .resideInAnyPackage("yunhe.web..", "yunhe.signin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("yunhe.dynamo..", DYNAMO_SDK);

    static final ArchRule STORE_DOES_NOT_KNOW_THE_WEB = noClasses()
            .that()
            .resideInAPackage("yunhe.dynamo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("yunhe.web..", "yunhe.pages..");

    static final ArchRule ONLY_DYNAMO_SPEAKS_WITH_DYNAMODB = noClasses()
            .that(not(resideInAPackage("yunhe.dynamo..")).and(not(isHandlerOrWiring())))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DYNAMO_SDK);

    /** A handler takes the client in its constructor and hands it on; it sends nothing itself. */
    static final ArchRule HANDLERS_ONLY_HAND_THE_CLIENT_ON = noClasses()
            .that(isHandlerOrWiring())
            .should()
            .dependOnClassesThat(resideInAPackage(DYNAMO_SDK)
                    .and(not(describe(
                            "the client itself",
                            type -> Set.of(
                                            DynamoDbClient.class.getName(),
                                            "software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder")
                                    .contains(type.getName())))));

    static final ArchRule ONLY_WEB_KNOWS_HTTP_EVENTS = noClasses()
            .that(not(resideInAPackage("yunhe.web..")).and(not(isHandlerOrWiring())))
            .should()
            .dependOnClassesThat(
                    describe("are events of API Gateway", type -> type.getName().contains("APIGateway")));

    static final ArchRule PAGES_ARE_A_LIBRARY_OF_THOSE_WHO_ANSWER_WITH_PAGES = noClasses()
            .that()
            .resideInAnyPackage("yunhe.core..", "yunhe.web..", "yunhe.dynamo..", "yunhe.reminders..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("yunhe.pages..");

    static final ArchRule WHAT_FUNCTIONS_SHARE_IS_BUILT_ON_THE_LIBRARIES_AND_NOT_THE_OTHER_WAY_ROUND = noClasses()
            .that()
            .resideInAnyPackage("yunhe.core..", "yunhe.web..", "yunhe.dynamo..", "yunhe.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("yunhe.signin..", "yunhe.activities..");

    static final ArchRule TIME_AND_CHANCE_COME_FROM_THE_ENVIRONMENT = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Environment.class.getName())
            .should()
            .callCodeUnitWhere(describe("reads the clock or draws by itself", Architecture::readsClockOrDraws));

    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("yunhe.(**)").should().beFreeOfCycles();

    private Architecture() {}

    static ArchRule nobodyDependsOn(String function) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("yunhe." + function + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("yunhe." + function + "..");
    }

    private static DescribedPredicate<JavaClass> isHandlerOrWiring() {
        return describe("are handlers or wiring", type -> {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().orElseThrow();
            }
            return outermost.getSimpleName().endsWith("Handler")
                    || outermost.getSimpleName().endsWith("Wiring");
        });
    }

    private static boolean readsClockOrDraws(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getTarget().getName();
        // With a Clock as argument, now() is what we want.
        boolean takesClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        return owner.getPackageName().startsWith("java.time") && name.equals("now") && !takesClock
                || owner.isEquivalentTo(java.time.Clock.class) && name.startsWith("system")
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(Math.class) && name.equals("random")
                || owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
                || owner.isEquivalentTo(java.util.concurrent.ThreadLocalRandom.class)
                || (owner.isEquivalentTo(SecureRandom.class) || owner.isEquivalentTo(Random.class))
                        && name.equals("<init>")
                        // A subclass that gives back what it was seeded with draws nothing.
                        && !call.getOriginOwner().isAssignableTo(Random.class);
    }
}

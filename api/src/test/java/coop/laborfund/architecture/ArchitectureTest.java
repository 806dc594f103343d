package coop.laborfund.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom: the rules of the house that Maven's modules do not hold by themselves. */
class ArchitectureTest {

    private static final String HOUSE = "coop.laborfund.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("coop.laborfund");

    /** The pure part of the ledger: what is decided, what it means, what it posts. */
    private static final String[] DOMAIN =
            inLedger("money", "event", "command", "policy", "posting", "refusal", "movement", "fund");

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    /** A package of the domain and what it may see beside the JDK, the nullness annotations and itself. */
    @ParameterizedTest
    @CsvSource({
        "money,    ''",
        "event,    money",
        "policy,   money",
        "command,  money event",
        "posting,  money event",
        "refusal,  command",
        "movement, money event policy command refusal digest",
        "fund,     money event policy command posting refusal movement pcollections",
    })
    void theDomainIsPlainJavaInLayers(String name, String others) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "org.jspecify..", HOUSE + "ledger." + name + ".."),
                        Arrays.stream(others.split(" ", -1))
                                .filter(other -> !other.isEmpty())
                                .map(other -> other.equals("pcollections")
                                        ? "org.pcollections.."
                                        : HOUSE + "ledger." + other + ".."))
                .toArray(String[]::new);
        check(classes()
                .that()
                .resideInAPackage(HOUSE + "ledger." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(arrayOfPrimitives())));
    }

    @Test
    void theLedgersPackagesHaveNoCycle() {
        slices().matching(HOUSE + "ledger.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theDomainHasNoClockAndNoChance() {
        check(noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat(assignableTo(Clock.class)
                        .or(assignableTo(Random.class))
                        .or(assignableTo(RandomGenerator.class))
                        .or(assignableTo(UUID.class))));
        check(noClasses().that().resideInAnyPackage(DOMAIN).should().callMethodWhere(asksForTheTimeOrChance()));
    }

    @Test
    void onlyTheAdapterAndTheStoreKnowAxon() {
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + "ledger..")
                .and()
                .resideOutsideOfPackages(inLedger("axon", "store"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework.."));
    }

    /** Whoever records may be moved to another engine without a line of theirs being changed. */
    @Test
    void theDoorToRecordShowsNothingOfWhatStandsBehindIt() {
        check(classes()
                .that()
                .resideInAPackage(HOUSE + "ledger.door..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.io..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        HOUSE + "ledger.door..",
                        HOUSE + "ledger.command..",
                        HOUSE + "ledger.fund.."));
    }

    @Test
    void theLedgerKnowsNobodyAboveIt() {
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + "ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "projections..", HOUSE + "api.."));
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + "projections..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + "api.."));
    }

    @Test
    void projectionsSeeEventsAndPostingsNeverStateOrDeciders() {
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + "projections..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(inLedger("fund", "command", "axon")));
    }

    @Test
    void theWebLivesInApi() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.thymeleaf..",
                        "jakarta.servlet.."));
    }

    @Test
    void thereIsNoFloatingPoint() {
        check(noFields().should().haveRawType(floating()));
        check(noCodeUnits().should().haveRawReturnType(floating()));
        check(noCodeUnits().should(ArchCondition.from(takeFloating())));
    }

    private static void check(ArchRule rule) {
        // A package that is still to come breaks no rule.
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static String[] inLedger(String... names) {
        return Arrays.stream(names).map(name -> HOUSE + "ledger." + name + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> arrayOfPrimitives() {
        return describe(
                "primitive or array of primitives",
                type -> type.getBaseComponentType().isPrimitive());
    }

    private static DescribedPredicate<JavaClass> floating() {
        return describe(
                "double or float",
                type -> FLOATING.contains(type.getBaseComponentType().getName()));
    }

    private static DescribedPredicate<JavaCodeUnit> takeFloating() {
        return describe(
                "take double or float",
                unit -> unit.getRawParameterTypes().stream().anyMatch(floating()));
    }

    private static DescribedPredicate<JavaMethodCall> asksForTheTimeOrChance() {
        return describe("asks for the time or for chance", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getTarget().getName();
            return switch (owner) {
                case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
                case "java.lang.Math" -> name.equals("random");
                default -> owner.startsWith("java.time.") && name.equals("now");
            };
        });
    }
}

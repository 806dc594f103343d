package coop.laborfund.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import coop.laborfund.architecture.PackageRules.Rule;
import coop.laborfund.docs.CheckedText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom: the rules of the house that Maven's modules do not hold by themselves. */
class ArchitectureTest {

    private static final String HOUSE = "coop.laborfund.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What a module's tests lend to another's, once it is packaged.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("coop.laborfund");

    /** The pure part of the ledger: what is decided, what it means, what it posts. */
    private static final String[] DOMAIN =
            inLedger("money", "event", "command", "policy", "posting", "refusal", "fund");

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    /** Each package imports what its rule says; the core and the folds so see no Axon, Spring, JDBC or servlet. */
    @ParameterizedTest
    @MethodSource("rules")
    void aPackageImportsWhatItsRuleSays(Rule rule) {
        String[] allowed = Stream.concat(
                        Stream.of("java..", "org.jspecify..", "org.slf4j..", HOUSE + rule.name()), rule.patterns())
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> known = resideInAnyPackage(allowed).or(arrayOfPrimitives());
        // What the JDK has of SQL is no part of the subset, and comes back with the name of JDBC.
        DescribedPredicate<JavaClass> sql = resideInAnyPackage("java.sql..")
                .and(describe("not allowed", type -> !rule.beside().contains("JDBC")));
        check(classes()
                .that()
                .resideInAPackage(HOUSE + rule.name())
                .should()
                .onlyDependOnClassesThat(known.and(not(sql))));
    }

    static List<Rule> rules() {
        return PackageRules.ALL;
    }

    @Test
    void everyPackageHasARule() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrder(PackageRules.named(PackageRules.ALL));
    }

    @Test
    void readmeHasTheTableOfRules() throws IOException {
        CheckedText readme = new CheckedText(Path.of("..", "README.md"), ArchitectureTest.class);
        readme.holds(PackageRules.in(readme.read()));
    }

    @Test
    void thereIsNoCycleOfPackages() {
        slices().matching(HOUSE + "(**)").should().beFreeOfCycles().check(CLASSES);
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

    /** Axon, Spring's JDBC and SQL are behind the doors, and where the program is put together. */
    @Test
    void nothingAboveTheDoorsSeesAxonOrTheDatabase() {
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + "api..")
                .and()
                .resideOutsideOfPackages(HOUSE + "api.app..", HOUSE + "api.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.axonframework..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "org.springframework.jdbc..",
                        "org.springframework.dao..",
                        "org.springframework.transaction.."));
    }

    /** Not even in what the doors' methods take and give. */
    @Test
    void theDoorsShowNeitherAxonNorTheDatabase() {
        DescribedPredicate<JavaClass> hidden =
                resideInAnyPackage("org.axonframework..", "java.sql..", "javax.sql..", "org.springframework..");
        check(noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(HOUSE + "ledger.door", HOUSE + "projections.door")
                .should()
                .haveRawReturnType(hidden)
                .orShould(ArchCondition.from(describe(
                        "take Axon's or the database's",
                        unit -> unit.getRawParameterTypes().stream().anyMatch(hidden)))));
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

    /** But what decides again under another policy, which is what it is for. */
    @Test
    void projectionsSeeEventsAndPostingsNeverStateOrDeciders() {
        check(noClasses()
                .that()
                .resideInAPackage(HOUSE + "projections..")
                .and()
                .resideOutsideOfPackage(HOUSE + "projections.whatif..")
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

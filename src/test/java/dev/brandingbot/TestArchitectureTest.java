package dev.brandingbot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.brandingbot.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The rules of the house for tests. */
@AnalyzeClasses(packages = "dev.brandingbot", importOptions = OnlyIncludeTests.class)
class TestArchitectureTest {
    /** By their name Maven runs them: *Test with the unit tests, *IT with the integration tests, others never. */
    @ArchTest
    static final ArchRule testsAreNamedSoThatTheyAreRun = methods()
            .that()
            .areAnnotatedWith(Test.class)
            .or()
            .areAnnotatedWith(ParameterizedTest.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Test|IT|Contract)(\\$.*)?");

    @ArchTest
    static final ArchRule unitTestsNeedNoServer = noClasses()
            .that()
            .haveNameMatching(".*Test(\\$.*)?")
            .and()
            .doNotHaveFullyQualifiedName(TestArchitectureTest.class.getName())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(RedisExtension.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("mockwebserver3..");

    /** A benchmark, which is no test, watches the clock. */
    @ArchTest
    static final ArchRule noTestSleeps = noClasses()
            .that()
            .resideOutsideOfPackage("dev.brandingbot.benchmark..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class);
}

package io.leadlifecycle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;

/** The arrows of the modules and packages. */
@AnalyzeClasses(packages = "io.leadlifecycle", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_MODEL_NEEDS_THE_CALENDAR_AND_ITS_TEXTS_ONLY = classes()
            .that()
            .resideInAPackage("io.leadlifecycle.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.leadlifecycle.model..",
                    "io.leadlifecycle.calendar..",
                    "io.leadlifecycle.text..");

    @ArchTest
    static final ArchRule THE_CALENDAR_NEEDS_ITS_TEXTS_ONLY = classes()
            .that()
            .resideInAPackage("io.leadlifecycle.calendar..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.leadlifecycle.calendar..", "io.leadlifecycle.text..");

    @ArchTest
    static final ArchRule TEXT_NEEDS_NOTHING = classes()
            .that()
            .resideInAPackage("io.leadlifecycle.text..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.leadlifecycle.text..");

    @ArchTest
    static final ArchRule PACKAGES_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("io.leadlifecycle.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_ROOM_NEEDS_THE_DOOR = noClasses()
            .that()
            .resideInAPackage("io.leadlifecycle.*..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.leadlifecycle"));

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_RULE_ENGINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..", "org.mvel..", "io.leadlifecycle.rules..");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NOBODY_READS_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Instant.class, "now", Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");
}

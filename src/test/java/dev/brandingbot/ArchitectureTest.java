package dev.brandingbot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.NullMarked;

/** The design's table of packages, and the rules of the house that bytecode shows. */
@AnalyzeClasses(packages = "dev.brandingbot", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SUPPORT = "dev.brandingbot.support..";
    private static final String EVENT = "dev.brandingbot.event..";
    private static final String IMAGE = "dev.brandingbot.image..";
    private static final String REPOSITORY = "dev.brandingbot.repository..";
    private static final String STATE = "dev.brandingbot.state..";
    private static final String SYNC = "dev.brandingbot.sync..";
    private static final String GALLERY = "dev.brandingbot.thumbnail..";
    private static final String COG = "dev.brandingbot.cog..";
    private static final String SCHEDULE = "dev.brandingbot.schedule..";
    private static final String APP = "dev.brandingbot.app..";
    private static final String SANDBOX = "dev.brandingbot.sandbox..";

    /** As in the largest packages of JDA and ShedLock. */
    private static final int MAX_TYPES = 25;

    private static final String JDK = "java..";
    private static final String JSPECIFY = "org.jspecify..";
    private static final String SLF4J = "org.slf4j..";
    private static final String TIME4J = "net.time4j..";
    private static final String JEDIS = "redis.clients.jedis..";
    private static final String OKHTTP = "okhttp3..";
    private static final String JDA = "net.dv8tion.jda..";

    /** What uses the default locale unless it is given one. */
    private static final Set<String> LOCALIZED = Set.of(
            "java.lang.String.format",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.io.PrintStream.format",
            "java.io.PrintStream.printf",
            "java.io.PrintWriter.format",
            "java.io.PrintWriter.printf",
            "java.text.Collator.getInstance",
            "java.text.DecimalFormat.<init>",
            "java.text.NumberFormat.getInstance",
            "java.text.NumberFormat.getIntegerInstance",
            "java.text.NumberFormat.getNumberInstance",
            "java.text.NumberFormat.getPercentInstance",
            "java.text.SimpleDateFormat.<init>",
            "java.time.format.DateTimeFormatter.ofPattern",
            "java.time.format.DateTimeFormatterBuilder.toFormatter",
            "java.time.temporal.WeekFields.of",
            "java.util.Calendar.getInstance",
            "java.util.Formatter.<init>",
            "java.util.GregorianCalendar.<init>",
            "java.util.Locale.getDefault",
            "java.util.Scanner.<init>",
            "biweekly.util.ICalDate.<init>",
            "biweekly.util.DateTimeComponents.toDate");

    @ArchTest
    static final ArchRule supportKnowsNothingOfTheBot =
            only(SUPPORT, JDK, JSPECIFY, SLF4J, "org.apache.commons.text..");

    @ArchTest
    static final ArchRule eventsNeedTheJdkAndWhatRulesTake =
            only(EVENT, JDK, JSPECIFY, TIME4J, "org.apache.commons.text..");

    /** It is large, and most repositories need none of it: whoever asks it for a day goes through one class. */
    @ArchTest
    static final ArchRule oneClassKnowsForeignCalendars = noClasses()
            .that()
            .doNotHaveSimpleName("Time4jCalendars")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TIME4J);

    @ArchTest
    static final ArchRule imagesAreFilesAndPixelsOnly =
            only(IMAGE, JDK, JSPECIFY, SLF4J, "com.drew..", "javax.imageio..", "org.w3c.dom..");

    /** OkHttp is written in Kotlin. */
    @ArchTest
    static final ArchRule theRepositoryKnowsEventsAndHowToFetchThem = only(
            REPOSITORY,
            JDK,
            JSPECIFY,
            SLF4J,
            EVENT,
            IMAGE,
            OKHTTP,
            "okio..",
            "kotlin..",
            "com.fasterxml.jackson..",
            "org.yaml.snakeyaml..",
            "org.apache.commons.text..",
            "org.commonmark..",
            "dev.failsafe..");

    @ArchTest
    static final ArchRule theStateKnowsEventsAndRedis =
            only(STATE, JDK, JSPECIFY, "javax.net.ssl..", EVENT, JEDIS, "dev.brandingbot.repository.cache..");

    @ArchTest
    static final ArchRule synchronisingKnowsNothingOfDiscordAndHttp =
            only(SYNC, JDK, JSPECIFY, SLF4J, EVENT, REPOSITORY, STATE, "dev.failsafe..");

    @ArchTest
    static final ArchRule theGalleryKnowsImagesAndWhereTheyAre =
            only(GALLERY, JDK, JSPECIFY, SLF4J, EVENT, IMAGE, REPOSITORY, STATE, SCHEDULE);

    @ArchTest
    static final ArchRule theCogKnowsNothingOfTheProgram = only(
            COG, JDK, JSPECIFY, SLF4J, EVENT, IMAGE, REPOSITORY, STATE, SYNC, GALLERY, SCHEDULE, JDA, JEDIS, OKHTTP);

    /** JDA hands an attachment OkHttp's builder of the request. */
    @ArchTest
    static final ArchRule theCogKnowsOkHttpOnlyForAttachments = noClasses()
            .that()
            .resideInAPackage(COG)
            .and()
            .doNotHaveSimpleName("TypedFileUpload")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(OKHTTP);

    @ArchTest
    static final ArchRule theScheduleKnowsEventsAndHowToWriteAndDrawThem = only(
            SCHEDULE,
            JDK,
            JSPECIFY,
            EVENT,
            IMAGE,
            "com.fasterxml.jackson..",
            "biweekly..",
            "com.github.mangstadt.vinnie..",
            "org.commonmark..",
            "org.apache.fontbox..",
            "org.apache.pdfbox.io..",
            "javax.xml.stream..");

    /** They look for fonts of the machine, which are not there or look different everywhere. */
    @ArchTest
    static final ArchRule picturesNeedNoFontOfTheMachine = noClasses()
            .that()
            .resideInAPackage(SCHEDULE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.awt.Font")
            .orShould()
            .callMethodWhere(drawsText());

    @ArchTest
    static final ArchRule theCogOnlyHandsRedisOn = noClasses()
            .that()
            .resideInAPackage(COG)
            .and()
            .doNotHaveSimpleName("BrandingCog")
            .and()
            .doNotHaveSimpleName("BrandingCogBuilder")
            .and()
            .doNotHaveSimpleName("HostResources")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JEDIS);

    @ArchTest
    static final ArchRule onlyTheAdaptersOfRequestsGoBehindJdasPublicApi = noClasses()
            .that()
            .resideInAPackage(COG)
            .and()
            .doNotHaveSimpleName("JdaBrandedGuild")
            .and()
            .doNotHaveSimpleName("JdaScheduledEventGateway")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.dv8tion.jda.internal..");

    @ArchTest
    static final ArchRule nothingButTheSandboxKnowsTheProgram = noClasses()
            .that()
            .resideOutsideOfPackages(APP, SANDBOX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP);

    @ArchTest
    static final ArchRule nothingKnowsTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackage(SANDBOX)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SANDBOX);

    @ArchTest
    static final ArchRule packagesKnowEachOtherInOneDirection =
            slices().assignedFrom(packages()).should().beFreeOfCycles();

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        var types = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(types).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MAX_TYPES));
    }

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethodWhere(readsTheSystemsClock())
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule everyRequestToDiscordHasAFailureHandler =
            noClasses().should().callMethodWhere(queuesWithoutFailureHandler());

    @ArchTest
    static final ArchRule nothingSleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class);

    /** Text would differ from machine to machine: calendars, digits, letters like the dotless i. See SourceFilesTest for "%d". */
    @ArchTest
    static final ArchRule nothingDependsOnTheDefaultLocale =
            noClasses().should().callCodeUnitWhere(usesTheDefaultLocale());

    @ArchTest
    static final ArchRule nothingStaticChanges =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils)(\\$.*)?");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes().should(resideInANullMarkedPackage());

    /** Every package may use the one that supports all. */
    private static ArchRule only(String of, String... others) {
        var allowed = new String[others.length + 2];
        allowed[0] = of;
        allowed[1] = SUPPORT;
        System.arraycopy(others, 0, allowed, 2, others.length);
        return classes().that().resideInAPackage(of).should().onlyDependOnClassesThat(packages(allowed));
    }

    /** Arrays of bytes and the like are in no package at all. */
    private static DescribedPredicate<JavaClass> packages(String... allowed) {
        return JavaClass.Predicates.resideInAnyPackage(allowed)
                .or(DescribedPredicate.describe(
                        "are primitive", type -> type.getBaseComponentType().isPrimitive()))
                .as("reside in " + String.join(", ", allowed));
    }

    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                var rest = type.getPackageName().replaceFirst("^dev\\.brandingbot\\.?", "");
                return rest.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(rest);
            }

            @Override
            public String getDescription() {
                return "packages under dev.brandingbot";
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> readsTheSystemsClock() {
        return DescribedPredicate.describe(
                "java.time's now() without a Clock",
                call -> call.getTarget().getName().equals("now")
                        && call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    }

    private static DescribedPredicate<JavaCall<?>> usesTheDefaultLocale() {
        return DescribedPredicate.describe("uses the default locale", call -> {
            var method = call.getTargetOwner().getName() + "." + call.getName();
            return LOCALIZED.contains(method)
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Locale.class));
        });
    }

    private static DescribedPredicate<JavaMethodCall> queuesWithoutFailureHandler() {
        return DescribedPredicate.describe(
                "JDA's queue() without a consumer of the failure",
                call -> call.getTarget().getName().startsWith("queue")
                        && call.getTargetOwner().isAssignableTo(RestAction.class)
                        && call.getTarget().getRawParameterTypes().stream()
                                        .filter(type -> type.isEquivalentTo(Consumer.class))
                                        .count()
                                < 2);
    }

    private static DescribedPredicate<JavaMethodCall> drawsText() {
        return DescribedPredicate.describe(
                "drawString of the JDK", call -> call.getTarget().getName().equals("drawString"));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var isMarked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, isMarked, type.getPackageName() + " needs a package-info with @NullMarked"));
            }
        };
    }
}

package io.github.solutionalm;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.CacheMode;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;

/**
 * How the house is built: each package is a room with one purpose, arrows between rooms go one way, and what is delicate
 * (Maven, SQL, HTTP, archives, XML parsers) is known in one room only.
 */
@AnalyzeClasses(
        packages = HouseRulesTest.ROOT,
        cacheMode = CacheMode.PER_CLASS,
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.WithoutGeneratedHelp.class})
final class RoomsTest {

    private static final String ROOT = HouseRulesTest.ROOT;

    // The rooms

    @ArchTest
    static final ArchRule ARROWS_GO_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("front door")
            .definedBy(ROOT)
            .layer("mojo")
            .definedBy(ROOT + ".mojo..")
            .layer("embedded")
            .definedBy(ROOT + ".embedded..")
            .layer("engine")
            .definedBy(ROOT + ".engine..")
            .layer("store")
            .definedBy(ROOT + ".store..")
            .layer("dataverse")
            .definedBy(ROOT + ".dataverse..")
            .layer("packaging")
            .definedBy(ROOT + ".packaging..")
            .layer("sourcetree")
            .definedBy(ROOT + ".sourcetree..")
            .layer("archive")
            .definedBy(ROOT + ".archive..")
            .layer("report")
            .definedBy(ROOT + ".report..")
            .layer("settings")
            .definedBy(ROOT + ".settings..")
            .layer("merge")
            .definedBy(ROOT + ".merge..")
            .layer("details")
            .definedBy(ROOT + ".details..")
            .layer("xml")
            .definedBy(ROOT + ".xml..")
            .layer("text")
            .definedBy(ROOT + ".text..")
            .layer("model")
            .definedBy(ROOT + ".model..")
            .layer("hash")
            .definedBy(ROOT + ".hash..")
            .layer("files")
            .definedBy(ROOT + ".files..")
            .layer("time")
            .definedBy(ROOT + ".time..")
            .whereLayer("hash")
            .mayNotAccessAnyLayer()
            .whereLayer("files")
            .mayNotAccessAnyLayer()
            .whereLayer("time")
            .mayNotAccessAnyLayer()
            .whereLayer("xml")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayOnlyAccessLayers("hash")
            .whereLayer("archive")
            .mayOnlyAccessLayers("hash")
            .whereLayer("text")
            .mayOnlyAccessLayers("hash")
            .whereLayer("merge")
            .mayOnlyAccessLayers("model", "xml")
            .whereLayer("details")
            .mayOnlyAccessLayers("front door", "packaging", "model", "xml")
            .whereLayer("front door")
            .mayOnlyAccessLayers("model")
            .whereLayer("engine")
            .mayOnlyAccessLayers("front door", "merge", "model", "hash")
            .whereLayer("store")
            .mayOnlyAccessLayers("model", "hash", "files", "time")
            .whereLayer("packaging")
            .mayOnlyAccessLayers("front door", "archive", "model", "xml", "hash")
            .whereLayer("sourcetree")
            .mayOnlyAccessLayers("front door", "archive", "packaging", "model", "xml", "hash", "files")
            .whereLayer("report")
            .mayOnlyAccessLayers("front door", "model", "text", "files", "hash", "time")
            .whereLayer("settings")
            .mayOnlyAccessLayers("front door", "report", "model", "xml")
            .whereLayer("embedded")
            .mayOnlyAccessLayers(
                    "front door", "engine", "store", "packaging", "details", "settings", "merge", "model", "time")
            .whereLayer("dataverse")
            .mayOnlyAccessLayers(
                    "front door", "engine", "packaging", "settings", "model", "text", "xml", "files", "time")
            .whereLayer("mojo")
            .mayOnlyAccessLayers(
                    "front door",
                    "embedded",
                    "dataverse",
                    "packaging",
                    "details",
                    "sourcetree",
                    "settings",
                    "report",
                    "model",
                    "text");

    @ArchTest
    static final ArchRule CALLS_OF_THE_WEB_API_ARE_MADE_BY_DATAVERSE_ALONE =
            within("dataverse", ".api", ".content", ".job");

    @ArchTest
    static final ArchRule FORMATS_ARE_WRITTEN_BY_REPORTS_ALONE = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".report..", ROOT + ".settings..", ROOT + ".mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".report..");

    @ArchTest
    static final ArchRule ONLY_GOALS_AND_THEIR_PARENTS_ARE_IN_MOJO = classes()
            .that()
            .resideInAPackage(ROOT + ".mojo")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveSimpleNameEndingWith("Mojo")
            .orShould()
            .beNestedClasses();

    /** What a room is made of is nobody else's business. */
    private static ArchRule within(String room, String... parts) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Arrays.stream(parts)
                        .map(part -> ROOT + "." + room + part + "..")
                        .toArray(String[]::new));
    }

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().assignedFrom(new PackageByPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_FRONT_DOOR_SHOWS_NOTHING_OF_THE_ROOMS_BEHIND = codeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage(ROOT))
            .should(mentionOnly(resideInAnyPackage(ROOT, ROOT + ".model", "java..")));

    // What one room knows alone

    @ArchTest
    static final ArchRule ONLY_MOJO_KNOWS_MAVEN =
            only("mojo", "org.apache.maven..", "javax.inject..", "org.codehaus.plexus..");

    @ArchTest
    static final ArchRule ONLY_ARTIFACTS_KNOW_THE_RESOLVER = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".mojo.artifacts..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".mojo.build.MavenBuild")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.aether..")
            .because("Maven gives it to the build, which hands it on");

    @ArchTest
    static final ArchRule ONLY_STORE_KNOWS_SQL =
            only("store", "java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..");

    @ArchTest
    static final ArchRule ONLY_DATAVERSE_KNOWS_HTTP = only("dataverse", "java.net.http..");

    @ArchTest
    static final ArchRule ONLY_CREDENTIALS_KNOW_AZURE = only("dataverse.auth", "com.azure..", "com.microsoft..");

    @ArchTest
    static final ArchRule ONLY_ARCHIVE_KNOWS_ZIP =
            only("archive", "java.util.zip..", "java.util.jar..", "org.apache.commons.compress..");

    @ArchTest
    static final ArchRule XML_READERS_ARE_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".xml.SafeXml")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(XMLInputFactory2?|WstxInputFactory|SAXParserFactory|DocumentBuilderFactory)")
            .because("there a document type and external entities are switched off, once for all");

    @ArchTest
    static final ArchRule ENGINE_AND_MODEL_DO_NO_IO = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".engine..", ROOT + ".model..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "org.slf4j..")
                    .or(DescribedPredicate.describe("a clock", c -> c.isEquivalentTo(Clock.class))))
            .because("rules are values in, a plan out");

    @ArchTest
    static final ArchRule SHA_256_IS_TAKEN_IN_ONE_WAY = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".hash..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.MessageDigest");

    private static ArchRule only(String room, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static ArchCondition<JavaCodeUnit> mentionOnly(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("mention only classes that " + allowed.getDescription()) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                unit.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive() && !allowed.test(type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                unit,
                                String.format(Locale.ROOT, "%s mentions %s", unit.getFullName(), type.getName()))));
            }
        };
    }

    /** Every package a slice of its own, the front door too. */
    private static final class PackageByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "every package";
        }
    }
}

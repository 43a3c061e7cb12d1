package io.github.solutionalm.dataverse;

import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.server.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** What is done under faults: goals one after the other, and what they bring about, each thing once. */
enum Exercise {
    INSTALL("9.2", "base", List.of("INSTALLED"), List.of("ImportSolutionAsync"), Goal.imports(Action.UPGRADE)),
    UPDATE("9.2", "orders", List.of("UPDATED"), List.of("ImportSolutionAsync"), Goal.imports(Action.UPDATE)),
    UPGRADE("9.2", "orders", List.of("UPGRADED"), List.of("StageAndUpgradeAsync"), Goal.imports(Action.UPGRADE)),
    STAGE("9.2", "orders", List.of("STAGED"), List.of("ImportSolutionAsync"), Goal.imports(Action.STAGE)),
    APPLY("9.2", "staged", List.of("APPLIED"), List.of("DeleteAndPromoteAsync"), Goal.applies()),
    STAGE_THEN_APPLY(
            "9.2",
            "orders",
            List.of("STAGED", "APPLIED"),
            List.of("ImportSolutionAsync", "DeleteAndPromoteAsync"),
            Goal.imports(Action.STAGE),
            Goal.applies()),
    DISCARD_AND_UPGRADE(
            "9.2",
            "staged",
            List.of("REMOVED", "UPGRADED"),
            List.of("StageAndUpgradeAsync", "solutions"),
            Goal.discardsAndImports()),
    IMPORT_AND_PUBLISH(
            "9.2",
            "orders",
            List.of("INSTALLED", "PUBLISHED"),
            List.of("ImportSolutionAsync", "PublishAllXmlAsync"),
            Goal.importsAndPublishes()),
    PUBLISH("9.2", "orders", List.of("PUBLISHED"), List.of("PublishAllXmlAsync"), Goal.publishes()),
    OLDER_UPGRADE(
            "9.1",
            "orders",
            List.of("STAGED", "APPLIED"),
            List.of("ImportSolution", "DeleteAndPromote"),
            Goal.imports(Action.UPGRADE)),
    OLDER_APPLY("9.1", "staged", List.of("APPLIED"), List.of("DeleteAndPromote"), Goal.applies()),
    OLDER_PUBLISH("9.1", "orders", List.of("PUBLISHED"), List.of("PublishAllXml"), Goal.publishes());

    private final String platform;
    private final String before;
    private final List<String> effects;
    private final List<String> starts;
    private final List<Goal> goals;

    Exercise(String platform, String before, List<String> effects, List<String> starts, Goal... goals) {
        this.platform = platform;
        this.before = before;
        this.effects = effects;
        this.starts = starts;
        this.goals = List.of(goals);
    }

    /** Makes the packages, and the environments that exercises begin in. */
    static void prepare(Path folder) throws IOException, SolutionException {
        Path base = Packages.zip("ContosoBase_1_0_0_0_managed", folder);
        Path orders = Packages.zip("ContosoOrders_1_0_0_0_managed", folder);
        Path next = Packages.zip("ContosoOrders_2_0_0_0_managed", folder);
        Packages.zip("ContosoTweaks_1_0_0_0", folder);
        Clock clock = Clock.systemUTC();
        EmbeddedContents.put(folder.resolve("base.db"), clock, Action.STAGE, base);
        EmbeddedContents.put(folder.resolve("orders.db"), clock, Action.STAGE, base, orders);
        EmbeddedContents.put(folder.resolve("staged.db"), clock, Action.STAGE, base, orders, next);
    }

    /** An environment where it can be done. */
    Contoso begin(Path prepared, Path place) throws IOException, SolutionException {
        Path server = Files.createDirectories(place.resolve("server"));
        Files.copy(prepared.resolve(before + ".db"), server.resolve("environment.db"));
        return new Contoso(place, settings -> platform.equals("9.1") ? settings.version("9.1.0.20000") : settings);
    }

    List<Goal> goals() {
        return goals;
    }

    /** What takes effect when all goes well; publications perhaps more than once. */
    List<String> effects() {
        return effects;
    }

    /** The calls that start something. */
    List<String> starts() {
        return starts;
    }
}

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
    INSTALL("base", List.of("INSTALLED"), List.of("ImportSolutionAsync"), Goal.imports(Action.UPGRADE)),
    UPDATE("orders", List.of("UPDATED"), List.of("ImportSolutionAsync"), Goal.imports(Action.UPDATE)),
    UPGRADE("orders", List.of("UPGRADED"), List.of("StageAndUpgradeAsync"), Goal.imports(Action.UPGRADE)),
    STAGE("orders", List.of("STAGED"), List.of("ImportSolutionAsync"), Goal.imports(Action.STAGE)),
    APPLY("staged", List.of("APPLIED"), List.of("DeleteAndPromoteAsync"), Goal.applies()),
    STAGE_THEN_APPLY(
            "orders",
            List.of("STAGED", "APPLIED"),
            List.of("ImportSolutionAsync", "DeleteAndPromoteAsync"),
            Goal.imports(Action.STAGE),
            Goal.applies()),
    DISCARD_AND_UPGRADE(
            "staged",
            List.of("REMOVED", "UPGRADED"),
            List.of("StageAndUpgradeAsync", "solutions"),
            Goal.discardsAndImports()),
    IMPORT_AND_PUBLISH(
            "orders",
            List.of("INSTALLED", "PUBLISHED"),
            List.of("ImportSolutionAsync", "PublishAllXmlAsync"),
            Goal.importsAndPublishes()),
    PUBLISH("orders", List.of("PUBLISHED"), List.of("PublishAllXmlAsync"), Goal.publishes());

    private final String before;
    private final List<String> effects;
    private final List<String> starts;
    private final List<Goal> goals;

    Exercise(String before, List<String> effects, List<String> starts, Goal... goals) {
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
        return new Contoso(place);
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

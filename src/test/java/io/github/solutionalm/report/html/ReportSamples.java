package io.github.solutionalm.report.html;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON files as goals write them, in short (docs/files.md). */
final class ReportSamples {

    private static final String SOLUTION =
            "\"solution\":{\"uniqueName\":\"Orders\",\"friendlyName\":\"Orders\",\"version\":\"2.0.0.0\"}";
    private static final String ENVIRONMENT =
            "\"environment\":{\"id\":\"rehearsal\",\"kind\":\"embedded\",\"url\":\"jdbc:sqlite:/x.db\"}";

    private ReportSamples() {}

    static String change(String type, String key, String change) {
        return "{\"type\":\"" + type + "\",\"key\":\"" + key + "\",\"name\":\"Name of " + key + "\",\"change\":\""
                + change + "\",\"blockedBy\":[]}";
    }

    /** The deletion of a column with values. */
    static String deletion(String key, int rows) {
        return "{\"type\":\"Attribute\",\"key\":\"" + key
                + "\",\"name\":\"\",\"change\":\"DELETE\",\"owners\":[\"Orders\"],"
                + "\"dataAtRisk\":{\"what\":\"VALUES\",\"count\":" + rows
                + ",\"exactness\":\"COUNTED\"},\"blockedBy\":[]}";
    }

    static void plan(Path folder, String solution, String... components) throws IOException {
        boolean blocked = String.join("", components).contains("0x8004F01F");
        Files.createDirectories(folder.resolve(solution));
        Files.writeString(
                folder.resolve(solution).resolve("plan.json"),
                "{\"schema\":1,\"goal\":\"plan\",\"operation\":\"UPGRADE\",\"outcome\":\"UPGRADED\",\"blocked\":"
                        + blocked + ","
                        + ENVIRONMENT + "," + SOLUTION
                        + ",\"previousVersion\":\"1.0.0.0\",\"errors\":[],\"components\":["
                        + String.join(",", components) + "]}");
    }

    /** Half of the components are deleted, and the rest stays; names are as long as real ones. */
    static void bigPlan(Path folder, int components) throws IOException {
        Files.createDirectories(folder.resolve("Orders"));
        try (Writer out = Files.newBufferedWriter(folder.resolve("Orders/plan.json"))) {
            out.write(
                    "{\"schema\":1,\"goal\":\"plan\",\"operation\":\"UPGRADE\",\"outcome\":\"UPGRADED\",\"blocked\":false,"
                            + ENVIRONMENT + "," + SOLUTION
                            + ",\"previousVersion\":\"1.0.0.0\",\"errors\":[],\"components\":[");
            for (int i = 0; i < components; i++) {
                String key = "contoso_servicerequest" + i / 100 + ".contoso_estimatedduration" + i;
                out.write(i == 0 ? "" : ",");
                out.write(i % 2 == 0 ? deletion(key, i) : change("Attribute", key, "UNCHANGED"));
            }
            out.write("]}");
        }
    }

    static void summary(Path folder, String outcome, String result) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("summary.json"),
                "{\"schema\":1,\"build\":\"2026-11-22T14:52:42.746Z\",\"process\":1,\"operations\":[{\"goal\":\"import\","
                        + "\"outcome\":\"" + outcome
                        + "\",\"environment\":\"rehearsal\",\"solution\":\"Orders\",\"version\":"
                        + "\"2.0.0.0\",\"errors\":[],\"warnings\":0,\"result\":\"" + result
                        + "\"}],\"otherBuilds\":[]}");
    }

    /** One operation with one error, and its summary. */
    static void result(Path folder, String solution, String outcome, String error) throws IOException {
        String path = "rehearsal/" + solution + "/1-import/import-result.json";
        summary(folder, outcome, path);
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(
                folder.resolve(path),
                "{\"schema\":1,\"goal\":\"import\",\"operation\":\"INSTALL\",\"outcome\":\"" + outcome + "\","
                        + ENVIRONMENT + ","
                        + SOLUTION + ",\"startedOn\":\"2026-11-22T14:52:46Z\",\"completedOn\":\"2026-11-22T14:52:48Z\","
                        + "\"phases\":[{\"phase\":\"Reading and planning\",\"millis\":300},"
                        + "{\"phase\":\"Carrying out\",\"millis\":900}],\"errors\":[{\"code\":\"0x8004801D\","
                        + "\"name\":\"ImportMissingDependenciesError\",\"message\":\"" + error
                        + "\",\"component\":null}],"
                        + "\"components\":[]}");
    }

    static void inspection(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("inspection.json"),
                "{\"schema\":1,\"packages\":[{" + SOLUTION + ",\"package\":{\"file\":\"orders.zip\",\"bytes\":4096},"
                        + "\"counts\":{\"Workflow\":1},\"languages\":[1033],\"code\":[{\"type\":\"Workflow\",\"key\":\"w\","
                        + "\"name\":\"Send order\",\"size\":5000,\"hosts\":[\"orders.contoso.example\"]}],"
                        + "\"environmentVariables\":[{\"schemaName\":\"contoso_Url\",\"name\":\"Address\",\"type\":\"STRING\","
                        + "\"required\":true,\"hasDefault\":false,\"hasValue\":false}],\"connectionReferences\":["
                        + "{\"logicalName\":\"contoso_dataverse\",\"name\":\"D\",\"connectorId\":\"/c\"}],\"warnings\":[]}]}");
    }

    /** Two components, of which one uses the other and something that is not listed. */
    static void environment(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("environment.json"),
                "{\"schema\":1," + ENVIRONMENT
                        + ",\"solutions\":[{\"uniqueName\":\"Base\",\"version\":\"1\",\"managed\":true},"
                        + "{\"uniqueName\":\"Orders\",\"version\":\"2\",\"managed\":true}],\"components\":["
                        + "{\"type\":\"Attribute\",\"key\":\"a\",\"name\":\"A\",\"layers\":[\"Base\"],\"published\":false,"
                        + "\"uses\":[{\"type\":\"Attribute\",\"key\":\"b\"},{\"type\":\"Entity\",\"key\":\"account\"}]},"
                        + "{\"type\":\"Attribute\",\"key\":\"b\",\"name\":\"B\",\"layers\":[\"Base\",\"Orders\"],"
                        + "\"published\":true}]}");
    }
}

package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.server.DataverseServer;
import io.github.solutionalm.dataverse.server.ServerSettings;
import io.github.solutionalm.mojo.TextFields.Field;
import io.github.solutionalm.text.HostileTexts;
import io.github.solutionalm.text.LogReaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an environment, or the place where one signs in, answers is text as well; with {@code -e} and {@code -X} too. */
class TextFromServersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> GOALS =
            List.of("list", "publish", "import", "verify", "stage-upgrade", "plan", "snapshot");

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> covered = new TreeMap<>();

    @TempDir
    private Path directory;

    @AfterEach
    void tell() {
        System.out.println(covered);
    }

    @Test
    void messagesOfAnEnvironmentThatRefuses() throws Exception {
        try (Loopback environment = new Loopback()) {
            for (int i = 0; i < HostileTexts.ALL.size(); i++) {
                String text = JSON.writeValueAsString(HostileTexts.ALL.get(i));
                int form = i % 3;
                environment.then(exchange -> Loopback.reply(
                                403,
                                form == 0
                                        ? "{\"error\":{\"code\":\"0x80040220\",\"message\":" + text + "}}"
                                        : form == 1
                                                ? "{\"Message\":" + text + ",\"ExceptionMessage\":" + text + "}"
                                                : "<html>" + text)
                        .to(exchange));
                String goal = GOALS.get(i % GOALS.size());
                judge(goal, "error message", signedIn(goal, environment.url()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered).containsKeys("error message > list > exception", "error message > import > exception");
    }

    @Test
    void answersThatAreNoAnswers() throws Exception {
        try (Loopback environment = new Loopback()) {
            for (int i = 0; i < HostileTexts.ALL.size(); i++) {
                String text = JSON.writeValueAsString(HostileTexts.ALL.get(i));
                String body = i % 2 == 0
                        ? "{\"value\":[{\"uniquename\":" + text + ",\"friendlyname\":" + text + ",\"version\":" + text
                                + ",\"UserId\":" + text + "}],\"UserId\":" + text + ",\"Version\":" + text + "}"
                        : text;
                environment.then(exchange -> Loopback.reply(200, body).to(exchange));
                String goal = GOALS.get(i % GOALS.size());
                judge(goal, "answer", signedIn(goal, environment.url()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whereOneSignsIn() throws Exception {
        try (Loopback environment = new Loopback();
                Loopback entra = new Loopback()) {
            for (int i = 0; i < HostileTexts.ALL.size(); i++) {
                String hostile = HostileTexts.ALL.get(i);
                String header = hostile.replaceAll("[^ -~]", "?");
                boolean challenged = i % 3 == 0;
                environment.then(
                        401,
                        "",
                        "WWW-Authenticate",
                        "Bearer authorization_uri=" + (challenged ? header : entra.url() + "/t/oauth2/authorize")
                                + ", resource_id=" + environment.url());
                String text = JSON.writeValueAsString(hostile);
                int status = i % 3 == 1 ? 400 : 200;
                entra.then(exchange -> Loopback.reply(
                                status,
                                "{\"error\":" + text + ",\"error_description\":" + text + ",\"token_type\":" + text
                                        + ",\"access_token\":" + text + ",\"expires_in\":" + text + "}")
                        .to(exchange));
                GoalRun run = run("list", environment.url())
                        .with("serverId", "contoso")
                        .with("authentication", "clientSecret")
                        .server("contoso", "7c2f3c4e-91a5-4d0b-8a44-2f6c1c7f1002", "{secret}");
                judge("list", "sign-in", run);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered).containsKey("sign-in > list > exception");
    }

    @Test
    void whatAnEnvironmentKeptOfAPackage() throws Exception {
        try (DataverseServer server = DataverseServer.start(ServerSettings.in(directory.resolve("server")))) {
            server.accept("token");
            TextFields fields = new TextFields(Packages.WAREHOUSE);
            List<Field> labels = fields.all().stream().filter(Field::isLabel).toList();
            List<String> texts = HostileTexts.ALL.stream()
                    .filter(text -> text.startsWith("#") || text.startsWith(":") || text.startsWith("="))
                    .filter(text -> text.chars().allMatch(c -> c >= ' ' && !Character.isSurrogate((char) c)))
                    .toList();
            List<String> chosen = IntStream.range(0, labels.size())
                    .mapToObj(i -> texts.get(i % texts.size()))
                    .toList();
            Path changed = fields.write(directory.resolve("labels.zip"), labels, chosen);
            for (String goal : List.of("import", "list", "stage-upgrade", "publish", "verify", "plan", "snapshot")) {
                judge(goal, "names", signedIn(goal, server.url()).with("file", changed.toString()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered).containsKeys("names > import > console", "names > list > JSON");
    }

    private GoalRun signedIn(String goal, String url) {
        return run(goal, url).with("authentication", "token").variable("DATAVERSE_ACCESS_TOKEN", "token");
    }

    private GoalRun run(String goal, String url) {
        return new GoalRun(goal, directory)
                .with("file", Packages.WAREHOUSE.toString())
                .with("environment", url);
    }

    private void judge(String goal, String what, GoalRun run) throws Exception {
        List<String> lines = run.run();
        covered.merge(what + " > " + goal + " > console", 1, Integer::sum);
        if (run.failed()) {
            covered.merge(what + " > " + goal + " > exception", 1, Integer::sum);
        }
        lines.forEach(line -> wrong.addAll(LogReaders.taken(line)));
        WrittenFiles files = WrittenFiles.in(directory.resolve("target/solution"));
        wrong.addAll(files.wrong());
        files.kinds().stream()
                .distinct()
                .forEach(kind -> covered.merge(what + " > " + goal + " > " + kind, 1, Integer::sum));
    }
}

package io.github.solutionalm.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.AccessTokens;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.FileBody;
import io.github.solutionalm.dataverse.http.Redaction;
import io.github.solutionalm.dataverse.http.Retry;
import io.github.solutionalm.dataverse.http.RetryListener;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.WebApi;
import io.github.solutionalm.dataverse.http.WebApiCall;
import io.github.solutionalm.time.Deadline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * A JVM that uploads a package whenever it reads a line, by the plugin's own calls, and says how long each took. Before the
 * first it makes the few small calls that an import always makes before.
 */
final class UploadingJvm {

    private static final int SMALL_CALLS = 5;

    private UploadingJvm() {}

    /** The server's URL and the package. */
    public static void main(String[] args) throws IOException, SolutionException {
        WebApi api = api(args[0]);
        for (int call = 0; call < SMALL_CALLS; call++) {
            api.call(new Call("GET", Optional.empty()), Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()));
        }
        FileBody body = new FileBody("CustomizationFile", Path.of(args[1]), JsonNodeFactory.instance.objectNode());
        System.out.println("ready");
        BufferedReader wanted = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (wanted.readLine() != null) {
            long begin = System.nanoTime();
            api.call(new Call("POST", Optional.of(body)), Deadline.in(Duration.ofMinutes(5), Clock.systemUTC()));
            System.out.println(System.nanoTime() - begin);
        }
    }

    private static WebApi api(String url) throws SolutionException {
        Clock clock = Clock.systemUTC();
        Retry never = new Retry(clock, pause -> {}, new Random(), RetryListener.NONE);
        Transport transport = Transport.of(Optional.empty(), clock, new Redaction());
        return new WebApi(DataverseUrl.parse(url), transport, new OneToken(), never, "benchmark");
    }

    private record OneToken() implements AccessTokens {
        @Override
        public Secret current(Deadline deadline) {
            return Secret.of("benchmark-token");
        }

        @Override
        public boolean refused(Secret token) {
            return false;
        }
    }

    private record Call(String method, Optional<Body> body) implements WebApiCall<Boolean> {
        @Override
        public String describe() {
            return "measure";
        }

        @Override
        public ApiPath path() {
            return ApiPath.of("StageSolution");
        }

        @Override
        public Optional<Body> body() {
            return body;
        }

        @Override
        public Boolean read(Answer answer) {
            return true;
        }
    }
}

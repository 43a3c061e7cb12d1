package io.github.solutionalm.dataverse.server;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a server by itself, to try the goals by hand: {@code java -cp <test class path> …ServeUntilTold <folder>}. Says
 * its URL, tenant and client, also in {@code server.properties} of the folder, and ends with its standard input.
 */
final class ServeUntilTold {

    private ServeUntilTold() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        try (DataverseServer server = DataverseServer.start(ServerSettings.in(folder))) {
            String text = "url=%s%nauthority=%s%ntenant=%s%nclientId=%s%n"
                    .formatted(
                            server.url(),
                            server.authority(),
                            server.settings().tenant(),
                            server.settings().application().clientId());
            Files.writeString(folder.resolve("server.properties"), text, StandardCharsets.UTF_8);
            System.out.print(text);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}

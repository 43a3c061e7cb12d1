package io.github.solutionalm.report.html;

import io.github.solutionalm.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The page's own style or script, a resource file.
 *
 * @param text as it stands between its tags, and as the browser hashes it
 */
record Asset(String text) {

    static Asset named(String file) throws IOException {
        try (InputStream in = Asset.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("The plugin's jar lacks " + file + "; install the plugin again");
            }
            return new Asset(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** As a Content-Security-Policy names it. */
    String source() {
        byte[] hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}

package io.github.solutionalm.dataverse.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests from a connection, as much of HTTP/1.1 as clients of the Web API use. */
final class HttpReader {

    private static final int LONGEST_LINE = 64 * 1024;

    private HttpReader() {}

    /** The next request; nothing when the client has closed the connection. */
    static Optional<HttpRequest> next(InputStream in, OutputStream out) throws IOException {
        String start;
        try {
            start = line(in);
        } catch (EOFException e) {
            return Optional.empty();
        }
        String[] words = start.split(" ");
        if (words.length != 3) {
            throw new IOException("No HTTP request: " + start);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        return Optional.of(new HttpRequest(
                words[0],
                HttpRequest.decoded(path.replace("+", "%2B")),
                question < 0 ? "" : words[1].substring(question + 1),
                headers,
                HttpBody.of(headers, in)));
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("The line ends nowhere");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}

package io.github.solutionalm.dataverse.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** One client's connection: answers its requests one after the other, in whichever way the answers are to arrive. */
final class HttpConnection implements Runnable {

    private final Socket socket;
    private final Function<HttpRequest, HttpReply> answers;

    HttpConnection(Socket socket, Function<HttpRequest, HttpReply> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    @Override
    public void run() {
        try (Socket open = socket;
                InputStream in = new BufferedInputStream(open.getInputStream(), 64 * 1024);
                OutputStream out = new BufferedOutputStream(open.getOutputStream(), 64 * 1024)) {
            Optional<HttpRequest> request = HttpReader.next(in, out);
            while (request.isPresent() && deliver(request.get(), answers.apply(request.get()), in, out)) {
                request = HttpReader.next(in, out);
            }
        } catch (IOException e) {
            // The client went away, which is its right; what it asked for is in the record.
        }
    }

    /** Whether the connection goes on. */
    private boolean deliver(HttpRequest request, HttpReply reply, InputStream in, OutputStream out) throws IOException {
        switch (reply.delivery()) {
            case RESET -> {
                socket.setSoLinger(true, 0);
                socket.close();
                return false;
            }
            case NEVER -> {
                in.read();
                return false;
            }
            case TRUNCATED -> {
                write(reply, reply.body().length / 2, out);
                return false;
            }
            default -> {
                request.body().transferTo(OutputStream.nullOutputStream());
                write(reply, reply.body().length, out);
                return !request.header("Connection").orElse("").equalsIgnoreCase("close");
            }
        }
    }

    private static void write(HttpReply reply, int length, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " \r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (reply.status() != 204) {
            head.append("Content-Length: " + reply.body().length + "\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(reply.body(), 0, length);
        out.flush();
    }
}

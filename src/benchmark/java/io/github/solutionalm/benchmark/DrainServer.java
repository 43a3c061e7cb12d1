package io.github.solutionalm.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Takes what is posted, throws it away as quickly as a JVM can, and answers 204. Runs in a JVM of its own, so that it slows
 * no client by anything but reading.
 */
final class DrainServer {

    private static final int PIECE = 256 * 1024;

    private final SocketChannel client;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE);

    private DrainServer(SocketChannel client) {
        this.client = client;
    }

    /** Says its port, and serves until it is killed. */
    public static void main(String[] args) throws IOException {
        try (ServerSocketChannel listening =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            System.out.println(listening.socket().getLocalPort());
            while (true) {
                SocketChannel client = listening.accept();
                Thread thread = new Thread(() -> serve(client));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static void serve(SocketChannel client) {
        try (client) {
            client.socket().setTcpNoDelay(true);
            DrainServer server = new DrainServer(client);
            while (server.drained()) {
                client.write(text("HTTP/1.1 204 No Content\r\n\r\n"));
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    /** Whether there was a request. */
    private boolean drained() throws IOException {
        StringBuilder read = new StringBuilder();
        int end = -1;
        while (end < 0) {
            buffer.clear();
            if (client.read(buffer) < 0) {
                return false;
            }
            read.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
            end = read.indexOf("\r\n\r\n");
        }
        String head = read.substring(0, end).toLowerCase(Locale.ROOT) + "\r\n";
        if (head.contains("\r\nexpect:")) {
            client.write(text("HTTP/1.1 100 Continue\r\n\r\n"));
        }
        long left = length(head) - (read.length() - end - 4);
        while (left > 0) {
            buffer.clear();
            int more = client.read(buffer);
            if (more < 0) {
                return false;
            }
            left -= more;
        }
        return true;
    }

    private static long length(String head) {
        String name = "\r\ncontent-length:";
        int begin = head.indexOf(name);
        return begin < 0
                ? 0
                : Long.parseLong(head.substring(begin + name.length(), head.indexOf("\r\n", begin + 2))
                        .strip());
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}

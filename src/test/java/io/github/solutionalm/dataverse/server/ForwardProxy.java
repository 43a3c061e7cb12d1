package io.github.solutionalm.dataverse.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy on a free port of the loopback that asks for user and password, and whose tunnels all lead to one port of this
 * machine, whatever host they are for: so that a server here plays hosts elsewhere. It tells what it was asked for.
 */
public final class ForwardProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int target;
    private final String credentials;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "forward-proxy");
        thread.setDaemon(true);
        return thread;
    });

    private ForwardProxy(ServerSocket listening, int target, String credentials) {
        this.listening = listening;
        this.target = target;
        this.credentials = credentials;
    }

    /** Starts one. */
    public static ForwardProxy to(int target, String user, String password) throws IOException {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        ForwardProxy proxy = new ForwardProxy(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target, "Basic " + credentials);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What clients asked for: {@code CONNECT contoso.crm4.dynamics.com:443}, with the status of the answer. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            List<String> head = head(client.getInputStream());
            while (!head.isEmpty() && !isKnown(head)) {
                answer(
                        client,
                        head,
                        "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"contoso\"");
                head = head(client.getInputStream());
            }
            if (!head.isEmpty() && head.get(0).startsWith("CONNECT ")) {
                tunnel(client, head);
            } else if (!head.isEmpty()) {
                answer(client, head, "405 Method Not Allowed");
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private boolean isKnown(List<String> head) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization:"))
                .anyMatch(line -> line.substring(line.indexOf(':') + 1).strip().equals(credentials));
    }

    private void tunnel(Socket client, List<String> head) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            answer(client, head, "200 Connection established");
            threads.execute(() -> copy(client, server));
            copy(server, client);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private void answer(Socket client, List<String> head, String answer) throws IOException {
        String request = head.get(0).replace(" HTTP/1.1", "");
        asked.add(request + " " + answer.substring(0, 3));
        String length = answer.startsWith("200") ? "" : "Content-Length: 0\r\n";
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + answer + "\r\n" + length + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Byte by byte: what follows the empty line belongs to the tunnel. Nothing at all when the client has gone. */
    private static List<String> head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return List.of();
            }
            text.append((char) next);
        }
        return text.toString().strip().lines().toList();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}

package io.github.solutionalm.dataverse.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * Listens on a free port of the loopback. Of plain sockets, since the JDK's HTTP server can neither reset a connection
 * nor break off an answer.
 */
final class HttpListener implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "dataverse-server");
        thread.setDaemon(true);
        return thread;
    });

    private HttpListener(ServerSocket listening) {
        this.listening = listening;
    }

    /** Listens, with TLS if there is a context for it; requests are answered once {@link #start} was called. */
    static HttpListener listen(Optional<SSLContext> tls) throws IOException {
        ServerSocketFactory factory = tls.<ServerSocketFactory>map(SSLContext::getServerSocketFactory)
                .orElseGet(ServerSocketFactory::getDefault);
        return new HttpListener(factory.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return listening.getLocalPort();
    }

    void start(Function<HttpRequest, HttpReply> answers) {
        threads.execute(() -> accept(answers));
    }

    private void accept(Function<HttpRequest, HttpReply> answers) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                threads.execute(() -> {
                    new HttpConnection(socket, answers).run();
                    open.remove(socket);
                });
            } catch (IOException e) {
                // closed, or a client that was gone before it was there
            }
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}

package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.FileBody.UploadChanged;
import java.io.CharConversionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Error messages for requests without a readable answer. */
record ConnectionFailures(AttemptedRequest attempted, Optional<String> proxy, Duration allowed, RequestIds ids) {

    private static final int SHOWN = 120;

    /**
     * The beginning of an answer that could not be read.
     *
     * @param contentType its content type; empty when it has none
     * @param beginning its first characters
     */
    record Came(String contentType, String beginning) {

        static final Came NOTHING = new Came("", "");

        boolean isWebPage() {
            return beginning.stripLeading().startsWith("<");
        }
    }

    WebApiException of(IOException e) {
        return of(e, Came.NOTHING);
    }

    /** The failure of an exception: its most telling cause, since the client wraps causes. */
    WebApiException of(IOException e, Came came) {
        if (has(e, TimedBody.InterruptedRead.class)) {
            return of(new InterruptedException());
        }
        if (has(e, BoundedBody.TooLong.class)) {
            return unreadable(find(e, BoundedBody.TooLong.class).getMessage(), Came.NOTHING, e, false);
        }
        if (has(e, JsonProcessingException.class)) {
            String where = find(e, JsonProcessingException.class).getOriginalMessage();
            boolean tooMuch = has(e, StreamConstraintsException.class);
            return unreadable("the answer is not the expected JSON (" + where + ")", came, e, !tooMuch);
        }
        if (has(e, CharacterCodingException.class) || has(e, CharConversionException.class)) {
            return unreadable("the answer is not in UTF-8", came, e, true);
        }
        if (has(e, UnreadableAnswer.class)) {
            return unreadable(find(e, UnreadableAnswer.class).getMessage(), came, e, false);
        }
        if (has(e, ProtocolException.class)) {
            return unreadable(
                    "the response is not HTTP ("
                            + find(e, ProtocolException.class).getMessage() + ")",
                    came,
                    e,
                    true);
        }
        if (has(e, UploadChanged.class)) {
            return attempted.failed(
                    find(e, UploadChanged.class).getMessage(),
                    "Do not change the file during the build, and start again.",
                    Failure.of(Kind.CONFIGURATION).uncertain(),
                    e);
        }
        if (isTunnel(e)) {
            return tunnel(e);
        }
        if (has(e, SSLException.class)) {
            return tls(find(e, SSLException.class), e);
        }
        return connection(e);
    }

    private WebApiException connection(IOException e) {
        Failure unreachable =
                new Failure(Kind.UNREACHABLE, OptionalInt.empty(), Optional.empty(), ids, Optional.empty(), true, true);
        if (has(e, UnresolvedAddressException.class) || has(e, UnknownHostException.class)) {
            // Not repeated: a misspelled name stays wrong.
            Failure unknown = Failure.of(Kind.UNREACHABLE);
            return attempted.failed(
                    "host " + peer() + " not found in DNS",
                    "Check the spelling of <environment><url> (or -Dsolution.environment), and whether this machine needs a"
                            + " <proxy> in settings.xml.",
                    unknown,
                    e);
        }
        if (has(e, HttpConnectTimeoutException.class)) {
            return attempted.failed(
                    "no connection to " + peer() + " was established in" + " time", network(), unreachable, e);
        }
        if (has(e, HttpTimeoutException.class) || has(e, TimedBody.Late.class)) {
            return attempted.failed(
                    "no complete answer arrived within " + allowed.toSeconds() + " s",
                    "It is unknown whether the environment acted on it.",
                    lost(Kind.SLOW),
                    e);
        }
        if (has(e, ConnectException.class) || has(e, NoRouteToHostException.class)) {
            return attempted.failed(peer() + " refuses the connection", network(), unreachable, e);
        }
        return attempted.failed(
                "the connection was lost ("
                        + Optional.ofNullable(e.getMessage())
                                .orElse(e.getClass().getSimpleName()) + ")",
                "It is unknown whether the environment acted on the request.",
                lost(Kind.LOST),
                e);
    }

    /** The failure of an interrupted thread: Maven is told to stop. */
    WebApiException of(InterruptedException e) {
        return attempted.failed(
                "the build was interrupted",
                "Start it again.",
                lost(Kind.INTERRUPTED).late(),
                e);
    }

    private Failure lost(Kind kind) {
        return new Failure(kind, OptionalInt.empty(), Optional.empty(), ids, Optional.empty(), true, false);
    }

    private WebApiException unreadable(String why, Came came, IOException e, boolean passing) {
        Failure failure = lost(Kind.UNREADABLE);
        return attempted.failed(
                why + described(came),
                came.isWebPage()
                        ? "A proxy or a sign-in page of your network seems to answer in place of the environment. "
                                + network()
                        : "If the problem persists, please report it with these ids.",
                passing ? failure : Failure.of(Kind.UNREADABLE).uncertain(),
                e);
    }

    /** The description of the answer for a message; secrets are removed before it is cut. */
    private String described(Came came) {
        if (came.beginning().isBlank()) {
            return "";
        }
        String begins = attempted.line(came.beginning());
        return "; the response"
                + (came.contentType().isEmpty() ? "" : " is of type " + came.contentType() + " and")
                + " begins with \"" + begins.substring(0, Math.min(SHOWN, begins.length())) + "\"";
    }

    private WebApiException tls(SSLException ssl, IOException e) {
        String said = String.valueOf(ssl.getMessage());
        boolean never = ssl instanceof SSLHandshakeException
                || said.contains("PKIX")
                || said.contains("recognized SSL message");
        if (!never) {
            return attempted.failed(
                    "the encrypted connection was lost (" + ssl.getMessage() + ")",
                    "It is unknown whether the environment acted on the request.",
                    lost(Kind.LOST),
                    e);
        }
        return attempted.failed(
                "no encrypted connection to " + attempted.url().getHost() + " was established: " + ssl.getMessage(),
                "If a proxy or firewall of your network inspects TLS connections, add its certificate to a trust"
                        + " store and pass it to Maven: -Djavax.net.ssl.trustStore=<file>, for example in"
                        + " MAVEN_OPTS.",
                Failure.of(Kind.TLS),
                e);
    }

    /** Whether a proxy refused the tunnel; the JDK has no exception class of its own for that. */
    private static boolean isTunnel(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("tunnel failed");
    }

    private WebApiException tunnel(IOException e) {
        boolean credentials = String.valueOf(e.getMessage()).contains("407");
        return attempted.failed(
                "the proxy " + proxy.orElse("") + " does not let the connection through (" + e.getMessage() + ")",
                credentials
                        ? ProxySettings.BASIC_ADVICE
                        : "Ask the administrator of the proxy to allow "
                                + attempted.url().getHost() + ".",
                Failure.of(Kind.PROXY),
                e);
    }

    private String peer() {
        return proxy.map(address ->
                        "proxy " + address + " (for " + attempted.url().getHost() + ")")
                .orElseGet(() -> attempted.url().getHost());
    }

    private String network() {
        return "Check <environment><url> (or -Dsolution.environment), and whether this machine needs a <proxy> in settings.xml.";
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return find(e, type) != null;
    }

    private static <X extends Throwable> X find(Throwable e, Class<X> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}

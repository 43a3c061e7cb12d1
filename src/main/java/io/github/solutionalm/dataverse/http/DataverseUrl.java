package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.SolutionException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The address of an environment, such as {@code https://contoso-test.crm4.dynamics.com}.
 *
 * @param root scheme, host and port, without a path
 */
public record DataverseUrl(URI root) {

    /** The version of the Web API that the calls are written for (docs/platform-facts.md, "Address, headers and errors"). */
    static final String API = "/api/data/v9.2/";

    private static final String EXAMPLE = " Write <environment><url> (or -Dsolution.environment) as in"
            + " https://contoso-test.crm4.dynamics.com; the Power Platform admin center shows it as Environment URL.";
    /** Ports that are left out of addresses, since the sign-in service knows an environment by its address without them. */
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private static final Pattern API_PATH = Pattern.compile("/?|/api/data(/v[0-9.]*)?/?");

    /**
     * Reads an address as a user writes it. The Web API's own path behind the host is allowed.
     *
     * @throws SolutionException when it is no such address: other scheme, other path, user or query in it, or http to
     *     another machine than this one
     */
    public static DataverseUrl parse(String text) throws SolutionException {
        URI uri = uri(text.strip());
        String host = uri.getHost();
        if (host == null || uri.getScheme() == null) {
            throw new SolutionException(
                    "'" + shown(text) + "' is not the URL of an environment: it has no host." + EXAMPLE);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getUserInfo() != null) {
            throw new SolutionException(
                    "The URL of the environment " + host + " has a user name in it. Put credentials into"
                            + " settings.xml and name that server with <serverId>." + EXAMPLE);
        }
        if (!API_PATH.matcher(uri.getPath()).matches() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new SolutionException("'" + shown(text) + "' is an address inside " + host
                    + ", not the URL of an environment: remove everything after the host." + EXAMPLE);
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            throw new SolutionException("'" + shown(text)
                    + "' is not encrypted, so the access token could be read in transit. Nothing was sent. Use"
                    + " https; http is allowed for localhost only." + EXAMPLE);
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new SolutionException("'" + shown(text) + "' is not the URL of an environment: its scheme is "
                    + scheme + ", not https." + EXAMPLE);
        }
        String port = uri.getPort() < 0 || uri.getPort() == DEFAULT_PORTS.get(scheme) ? "" : ":" + uri.getPort();
        return new DataverseUrl(URI.create(scheme + "://" + host.toLowerCase(Locale.ROOT) + port));
    }

    /** The URL of the Web API, with a slash at its end. */
    URI api() {
        return root.resolve(API);
    }

    /**
     * The scope of tokens: the environment's name for itself if that is its address, with or without {@code api} in it. Any other
     * name is ignored, or a false environment could get a token for something else.
     */
    public String scope(Challenge challenge) {
        return challenge
                .resource()
                .filter(resource -> resource.getHost() != null
                        && resource.getScheme().equalsIgnoreCase(root.getScheme())
                        && withoutApi(resource.getHost()).equals(withoutApi(root.getHost()))
                        && port(resource) == port(root))
                .map(resource -> resource + "/.default")
                .orElse(root + "/.default");
    }

    private static String withoutApi(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^([^.]+)\\.api\\.", "$1.");
    }

    /** Whether the environment is on this machine: only there http is allowed. */
    public boolean isLoopback() {
        return isLoopback(root.getHost());
    }

    /** Whether an address is in this environment: no other host may get its tokens. */
    boolean contains(URI uri) {
        return root.getScheme().equalsIgnoreCase(uri.getScheme())
                && root.getHost().equalsIgnoreCase(uri.getHost())
                && port(root) == port(uri);
    }

    private static int port(URI uri) {
        return uri.getPort() < 0
                ? DEFAULT_PORTS.getOrDefault(uri.getScheme().toLowerCase(Locale.ROOT), -1)
                : uri.getPort();
    }

    /** Whether a name means this machine. DNS is not asked: a name that resolves to this machine may not do so the next time. */
    public static boolean isLoopback(String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private static URI uri(String text) throws SolutionException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new SolutionException("'" + shown(text) + "' is not a URL." + EXAMPLE, e);
        }
    }

    /** The address for messages, without user and query, which may be secret. */
    private static String shown(String text) {
        return text.strip().replaceAll("//[^/@]*@", "//").replaceAll("[?#].*", "");
    }
}

package io.github.solutionalm.dataverse.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of tokens as an answer with 401 names it (docs/platform-facts.md, "Sign-in"):
 * {@code WWW-Authenticate: Bearer authorization_uri=https://login.microsoftonline.com/<tenant>/oauth2/authorize, resource_id=…}.
 *
 * @param authority scheme, host and port of the sign-in service; sovereign clouds have their own
 * @param tenant the environment's tenant, an id or a domain
 * @param resource the resource that tokens are for, as the environment names itself; empty when it does not
 */
public record Challenge(URI authority, String tenant, Optional<URI> resource) {

    private static final Pattern RESOURCE = Pattern.compile("(?i)resource_id\\s*=\\s*\"?(https?://[^\",\\s]+)");
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)authorization_uri\\s*=\\s*\"?([^\",\\s]+)");

    /** The challenge in the headers; empty when there is no such header, or nothing usable in it. */
    public static Optional<Challenge> of(HttpHeaders headers) {
        return headers.allValues("WWW-Authenticate").stream()
                .map(Challenge::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Challenge> parse(String header) {
        Matcher matcher = AUTHORIZATION.matcher(header);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(matcher.group(1));
            String[] path = Optional.ofNullable(uri.getPath()).orElse("").split("/");
            if (uri.getHost() == null || path.length < 2 || !path[1].matches("[\\w.-]{1,100}")) {
                return Optional.empty();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            URI authority = URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getHost() + port);
            return Optional.of(new Challenge(authority, path[1], resource(header)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Scheme, host and port of {@code resource_id=https://contoso.api.crm4.dynamics.com/}. */
    private static Optional<URI> resource(String header) {
        Matcher matcher = RESOURCE.matcher(header);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(matcher.group(1)).parseServerAuthority();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return Optional.of(new URI(uri.getScheme() + "://" + uri.getHost() + port));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "a token of tenant " + tenant + " from " + authority;
    }
}

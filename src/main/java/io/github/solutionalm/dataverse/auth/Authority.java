package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.Challenge;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The token authority of an environment: the Entra ID host of its cloud, and the tenant.
 *
 * @param host scheme and host, such as {@code https://login.microsoftonline.com}
 * @param tenant id or domain of the tenant
 * @param scope scope of the tokens
 */
record Authority(URI host, String tenant, String scope) {

    /**
     * The allowed hosts. An environment itself says whom to ask, and secrets are sent there. A mistyped URL must not get them, so
     * only Microsoft's own hosts of all clouds are allowed, and this machine for an environment on this machine.
     */
    private static final Set<String> KNOWN = Set.of(
            "login.microsoftonline.com",
            "login.microsoft.com",
            "login.windows.net",
            "sts.windows.net",
            "login.microsoftonline.us",
            "login.usgovcloudapi.net",
            "login.partner.microsoftonline.cn",
            "login.chinacloudapi.cn");

    /** The authority that the environment names, with the user's tenant, if any. */
    static Authority of(Challenge challenge, Optional<String> tenant, DataverseUrl environment)
            throws SolutionException {
        URI host = challenge.authority();
        boolean known = "https".equals(host.getScheme()) && KNOWN.contains(host.getHost());
        boolean here = environment.isLoopback() && DataverseUrl.isLoopback(host.getHost());
        if (!known && !here) {
            throw new SolutionException("The environment " + environment + " requires tokens of " + host
                    + ", which is not a Microsoft sign-in host. Nothing was sent there. Check <environment><url> (or"
                    + " -Dsolution.environment).");
        }
        String named = challenge.tenant().equals("common") ? "organizations" : challenge.tenant();
        return new Authority(host, tenant.orElse(named), environment.scope(challenge));
    }

    @Override
    public String toString() {
        return host + "/" + tenant;
    }
}

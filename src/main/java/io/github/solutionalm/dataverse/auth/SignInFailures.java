package io.github.solutionalm.dataverse.auth;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice for Entra ID errors (AADSTS codes, learn.microsoft.com/entra/identity-platform/reference-error-codes). */
record SignInFailures(Credentials credentials) {

    private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,8})");
    private static final String SECRETS = "in Entra ID, App registrations, Certificates & secrets";
    private static final String SERVER = "<password> of the server <serverId> in settings.xml, or AZURE_CLIENT_SECRET";
    private static final String TENANT =
            "<environment><tenantId> or AZURE_TENANT_ID; without it the environment's own is used";

    private static final Map<String, String> FIXES = Map.ofEntries(
            entry(
                    "7000215",
                    "The client secret is wrong. Take the value, not the id, of a secret " + SECRETS + ": " + SERVER
                            + "."),
            entry(
                    "7000222",
                    "The client secret has expired. Create a new one " + SECRETS + ", and change " + SERVER + "."),
            entry(
                    "700016",
                    "The tenant does not know this application. Check <environment><clientId> or AZURE_CLIENT_ID, and "
                            + TENANT + "."),
            entry("90002", "There is no such tenant. Check " + TENANT + "."),
            entry("900023", "The tenant id is invalid. Check " + TENANT + "."),
            entry("700027", "The application does not know this certificate. Upload it " + SECRETS + "."),
            entry(
                    "70021",
                    "The application trusts no such federated token. Compare issuer, subject and audience with the federated"
                            + " credential " + SECRETS + "."),
            entry(
                    "700213",
                    "The application trusts no federated token of this subject. Compare it with the federated credential "
                            + SECRETS + "."),
            entry("500011", "The tenant does not know this environment. Check " + TENANT + ", and <environment><url>."),
            entry("7000112", "The application is disabled: enable it in Entra ID, Enterprise applications."),
            entry(
                    "53003",
                    "A conditional access policy refuses the sign-in. Ask your administrator to allow the"
                            + " application or the build's addresses in Entra ID, Protection, Conditional"
                            + " Access, Workload identities."));

    /** Advice on a failure, whole sentences. */
    String fix(String said) {
        Matcher code = CODE.matcher(said);
        String known = code.find() ? FIXES.getOrDefault(code.group(1), "") : "";
        return known.isEmpty() ? general() : known;
    }

    private String general() {
        if (credentials instanceof Credentials.AzureCli) {
            return "Install the Azure CLI and run: az login, with --tenant for the environment's tenant; or choose other"
                    + " credentials with <environment><authentication>.";
        }
        if (credentials instanceof Credentials.ManagedIdentity) {
            return "Run the build on an Azure machine that has this managed identity, check"
                    + " <environment><clientId>, or"
                    + " choose other credentials with <environment><authentication>.";
        }
        return "Check <environment><authentication>, <clientId> and <tenantId>, and the server <serverId> of settings.xml.";
    }
}

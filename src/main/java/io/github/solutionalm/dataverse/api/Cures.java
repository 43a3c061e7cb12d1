package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.model.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Advice on errors of the platform that come without any, one row for each. Codes are those of
 * https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes.
 */
public final class Cures {

    /**
     * Advice on one error.
     *
     * @param codes codes of the errors that it is for; none when the words decide
     * @param words words in lower case, of which the error's text has at least one; none when the code decides
     * @param cure what to do, whole sentences
     */
    private record Cure(Set<String> codes, Set<String> words, String cure) {

        static Cure of(String cure, String... words) {
            return new Cure(Set.of(), Set.of(words), cure);
        }

        static Cure ofCode(String cure, String code) {
            return new Cure(Set.of(code), Set.of(), cure);
        }

        boolean isFor(Finding finding) {
            String text = finding.message().toLowerCase(Locale.ROOT);
            return codes.stream().anyMatch(finding.code()::equalsIgnoreCase)
                    || words.stream().anyMatch(text::contains);
        }
    }

    private static final List<Cure> CURES = List.of(
            // https://learn.microsoft.com/power-platform/alm/conn-ref-env-variables-build-tools
            Cure.of(
                    "Share the connection with the importing user or application (Power Automate, Connections,"
                            + " Share), or give one of its own in the deployment settings; then import again.",
                    "connectionauthorizationfailed",
                    "servicetoserviceunauthorized"),
            Cure.of(
                    "The environment has no such connection: find its id in Power Automate, Connections, and"
                            + " write it into the deployment settings.",
                    "connectionnotfound",
                    "could not find a valid connection"),
            // https://github.com/microsoft/coe-starter-kit/issues/3101
            Cure.of(
                    "The environment already has a value for this variable. Remove the value from the package"
                            + " (remove environmentvariablevalues.json before exporting) and give it in the"
                            + " deployment settings; or delete the value in the environment.",
                    "ndx_envvarval_schemaname",
                    "environmentvariablevaluebase"),
            Cure.of(
                    "The platform rolled back the operation. Import again at a quieter time; if an upgrade is"
                            + " still staged, leftoverUpgrade decides what happens to it.",
                    "timed out due to blocking",
                    "database operation timed out",
                    "there is no active transaction"),
            Cure.ofCode(
                    "The environment's database was temporarily too slow. Import again at a quieter time.",
                    "0x80044151"),
            // https://learn.microsoft.com/power-platform/admin/settings-email
            Cure.of(
                    "Raise the maximum size of attachments in the environment (Power Platform admin center, Environments,"
                            + " Settings, Email, Attachments; up to 128 MB), or make the web resource or file smaller.",
                    "maxuploadfilesize",
                    "attachment is too large",
                    "valid type or is too large",
                    "attachment file size is too big"),
            Cure.of(
                    "A conditional access policy refuses the sign-in. Ask your administrator to allow the"
                            + " application or the build's addresses in the policy (Entra ID, Protection,"
                            + " Conditional Access, Workload identities).",
                    "aadsts53003"),
            Cure.ofCode(
                    "Set leftoverUpgrade (-Dsolution.leftoverUpgrade=apply|discard) to apply or discard the"
                            + " existing staged upgrade.",
                    "0x80048539"),
            // https://learn.microsoft.com/power-platform/alm/removing-dependencies
            Cure.ofCode(
                    "First remove the references to it: in the environment open Solutions, the component, Show"
                            + " dependencies; or first release the solution that refers to it.",
                    "0x8004F01F"),
            // https://learn.microsoft.com/power-platform/admin/wp-data-loss-prevention
            Cure.of(
                    "A data policy of the environment does not allow these connectors together. Change the"
                            + " policy (Power Platform admin center, Policies, Data policies) or the connectors.",
                    "data loss prevention",
                    "dlp polic"));

    private Cures() {}

    /** The finding with advice; unchanged when there is none, or the finding has it already. */
    public static Finding advised(Finding finding) {
        for (Cure cure : CURES) {
            if (cure.isFor(finding) && !finding.message().contains(cure.cure)) {
                String text = finding.message().stripTrailing();
                String end = text.endsWith(".") || text.endsWith(")") ? " " : ". ";
                return new Finding(
                        finding.code(),
                        finding.name(),
                        text + end + cure.cure,
                        finding.component(),
                        finding.platformFault(),
                        finding.gate());
            }
        }
        return finding;
    }
}

package io.github.solutionalm.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The root components that an export of these customizations lists. */
final class RootsOfXml {

    /** By the attribute and type of the root component: what in the XML gives its value. */
    private static final Map<String, Pattern> ROOTS = roots();

    private RootsOfXml() {}

    private static Map<String, Pattern> roots() {
        Map<String, Pattern> roots = new LinkedHashMap<>();
        roots.put("1 schemaName", Pattern.compile("<entity Name=\"([^\"]+)\""));
        roots.put(
                "9 schemaName",
                Pattern.compile(
                        "<optionset Name=\"([^\"]+)\"[^>]*>(?!\\s*<OptionSetType>[^<]*</OptionSetType>\\s*<IsGlobal>0)"));
        roots.put("20 id", Pattern.compile("(?<!<AppModuleRoleMaps>)<Role id=\"([^\"]+)\""));
        roots.put("26 id", Pattern.compile("<savedqueryid>([^<]+)<"));
        roots.put("59 id", Pattern.compile("<savedqueryvisualizationid>([^<]+)<"));
        roots.put("60 id", Pattern.compile("(?i)<formid>([^<]+)<"));
        roots.put("61 schemaName", Pattern.compile("<WebResource>.*?<Name>([^<]+)</Name>", Pattern.DOTALL));
        roots.put("62 schemaName", Pattern.compile("<SiteMapUniqueName>([^<]+)<"));
        roots.put("62", Pattern.compile("<SiteMap>(<SiteMap>)"));
        roots.put("66 schemaName", Pattern.compile("<CustomControl>.*?<Name>([^<]+)</Name>", Pattern.DOTALL));
        roots.put("70 id", Pattern.compile("<FieldSecurityProfile fieldsecurityprofileid=\"([^\"]+)\""));
        roots.put("80 schemaName", Pattern.compile("<AppModule><UniqueName>([^<]+)<"));
        roots.put("91 schemaName", Pattern.compile("<PluginAssembly [^>]*FullName=\"([^\"]+)\""));
        roots.put("92 id", Pattern.compile("SdkMessageProcessingStepId=\"([^\"]+)\""));
        roots.put("95 id", Pattern.compile("ServiceEndpointId=\"([^\"]+)\""));
        roots.put("300 schemaName", Pattern.compile("<CanvasApp>\\s*<Name>([^<]+)<"));
        roots.put("372 schemaName", Pattern.compile("<Connector>.*?<name>([^<]+)</name>", Pattern.DOTALL));
        return roots;
    }

    /** As XML, without those that are listed already. */
    static String of(String customizations, String listed) {
        StringBuilder xml = new StringBuilder();
        ROOTS.forEach((root, pattern) -> {
            String type = root.replaceFirst(" .*", "");
            String attribute = root.substring(type.length()).strip();
            Matcher matcher = pattern.matcher(customizations);
            while (matcher.find()) {
                String entry = "<RootComponent type=\"" + type + "\""
                        + (attribute.isEmpty() ? "" : " " + attribute + "=\"" + matcher.group(1) + "\"");
                if (xml.indexOf(entry) < 0 && !listed.contains(entry)) {
                    xml.append(entry).append(" behavior=\"0\"/>\n");
                }
            }
        });
        return xml.toString();
    }
}

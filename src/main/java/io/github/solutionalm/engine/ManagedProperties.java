package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the publisher of a managed component allows other publishers
 * (https://learn.microsoft.com/power-platform/alm/managed-properties-alm): nobody else may customize what is not
 * customizable, nor change a managed property.
 */
final class ManagedProperties {

    private static final String CUSTOMIZABLE = "IsCustomizable";
    private static final String NO = "0";

    private ManagedProperties() {}

    /** Whether what the environment's definition says of a component can matter. */
    static boolean ask(ComparedComponent each, SolutionManifest manifest) {
        return Property.has(each.component().key().type(), Property.MANAGED_PROPERTIES)
                && (areOthers(each, manifest) || !manifest.managed())
                && hasManagedBase(each);
    }

    /** The errors, in the order of the package. */
    static List<Finding> errors(List<ComparedComponent> compared, SolutionManifest manifest) {
        List<Finding> errors = new ArrayList<>();
        for (ComparedComponent each : compared) {
            if (ask(each, manifest)) {
                Map<String, String> before = values(each.before(Property.MANAGED_PROPERTIES));
                if (NO.equals(before.get(CUSTOMIZABLE))) {
                    errors.add(notCustomizable(each));
                }
                if (areOthers(each, manifest)) {
                    changed(before, values(each.after(Property.MANAGED_PROPERTIES)))
                            .forEach(property -> errors.add(changed(each, property, before)));
                }
            }
        }
        return errors;
    }

    /** What a solution says of a component that is the platform's, or of one whose base is not known, decides nothing. */
    private static boolean hasManagedBase(ComparedComponent each) {
        Layer lowest = each.before().layers().get(0);
        return lowest.isManaged() && lowest.equals(each.base());
    }

    private static boolean areOthers(ComparedComponent each, SolutionManifest manifest) {
        return !UniqueName.same(each.base().publisher(), manifest.publisher().uniqueName());
    }

    private static Map<String, String> values(String said) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : said.split(Property.SEPARATOR)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }

    private static List<Map.Entry<String, String>> changed(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(property -> before.containsKey(property.getKey())
                        && !before.get(property.getKey()).equals(property.getValue()))
                .toList();
    }

    private static Finding notCustomizable(ComparedComponent each) {
        return PlatformCode.MANAGED_PROPERTY.finding(
                each.named()
                        + " is not customizable (IsCustomizable is 0). Remove it from the package, or ask the"
                        + " publisher "
                        + each.base().publisher() + " for a version that allows it.",
                key(each));
    }

    private static Finding changed(
            ComparedComponent each, Map.Entry<String, String> property, Map<String, String> before) {
        return PlatformCode.OTHERS_MANAGED_PROPERTY.finding(
                each.named() + " has the managed property " + property.getKey() + " = " + before.get(property.getKey())
                        + " and the package sets it to " + property.getValue() + ". Only the publisher "
                        + each.base().publisher() + " may change it. Leave the property unchanged.",
                key(each));
    }

    private static ComponentKey key(ComparedComponent each) {
        return each.component().key();
    }
}

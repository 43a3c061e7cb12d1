package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What can't change in place: a column's data type, a table's ownership, the ends of a relationship. The platform refuses
 * such an import; the rows are those of {@link Property}.
 */
final class InPlaceChanges {

    private static final Set<ComponentType> PARTS_OF_TABLES =
            Set.of(ComponentType.SYSTEM_FORM, ComponentType.SAVED_QUERY, ComponentType.SAVED_QUERY_VISUALIZATION);

    /** No id, or one of zeros alone. */
    private static final Pattern ZEROS = Pattern.compile("[{}0-]*");

    private InPlaceChanges() {}

    /** Whether what the environment's definition says can matter: where the package says nothing, nothing differs. */
    static boolean ask(ComparedComponent each) {
        return Property.of(each.component().key().type()).stream()
                .anyMatch(property -> property.change() != Property.Change.FREE
                        && !value(property, each::after).isEmpty());
    }

    /** The errors, in the order of the package. */
    static List<Finding> errors(List<ComparedComponent> compared) {
        List<Finding> errors = new ArrayList<>();
        for (ComparedComponent each : compared) {
            Property.of(each.component().key().type()).stream()
                    .filter(property -> property.change() == Property.Change.REFUSED && differs(each, property))
                    .forEach(property -> errors.add(refused(each, property)));
            if (isOfAnotherTable(each)) {
                errors.add(Finding.withoutCode(
                        each.named() + " belongs to " + each.before().parent().orElseThrow() + " there and to "
                                + each.component().parent().orElseThrow()
                                + " in the package: an id can't be used twice. Give the new one its own id.",
                        each.component().key()));
            }
        }
        return errors;
    }

    /** What takes effect, though what exists may not go with it. */
    static List<Finding> warnings(List<ComparedComponent> compared) {
        List<Finding> warnings = new ArrayList<>();
        for (ComparedComponent each : compared) {
            Property.of(each.component().key().type()).stream()
                    .filter(property -> property.change() == Property.Change.WARNED && differs(each, property))
                    .forEach(property -> warnings.add(Finding.withoutCode(
                            each.named() + " changes its " + change(each, property)
                                    + ". Existing values may no longer be valid: check them after the import.",
                            each.component().key())));
        }
        return warnings;
    }

    /** A definition that says nothing changes nothing: a column that is a part of another's package may be a mere mention. */
    private static boolean differs(ComparedComponent each, Property property) {
        String before = value(property, each::before);
        String after = value(property, each::after);
        return !before.isEmpty() && !after.isEmpty() && !sameName(before, after);
    }

    private static boolean sameName(String a, String b) {
        return ComponentKey.normalize(a).equals(ComponentKey.normalize(b));
    }

    private static boolean isOfAnotherTable(ComparedComponent each) {
        return PARTS_OF_TABLES.contains(each.component().key().type())
                && each.component().parent().isPresent()
                && each.before()
                        .parent()
                        .filter(parent ->
                                !parent.equals(each.component().parent().get()))
                        .isPresent();
    }

    private static Finding refused(ComparedComponent each, Property property) {
        String message = each.named() + " can't change its " + change(each, property)
                + ". Give the new one another name; or first upgrade to a release without it, which deletes it"
                + " with its data, and then to this one.";
        ComponentKey key = each.component().key();
        return property.code().isEmpty()
                ? Finding.withoutCode(message, key)
                : PlatformCode.of(property.code()).finding(message, key);
    }

    private static String change(ComparedComponent each, Property property) {
        return property.name() + " from " + value(property, each::before) + " to " + value(property, each::after);
    }

    /** A table that is whole, and names no data provider or an empty id, is no virtual one. */
    private static String value(Property property, UnaryOperator<String> said) {
        String value = said.apply(property.name());
        if (property.name().equals(Property.DATA_PROVIDER)) {
            boolean whole = !said.apply(Property.OWNERSHIP).isEmpty();
            return ZEROS.matcher(value).matches() && whole ? "none" : value;
        }
        return value;
    }
}

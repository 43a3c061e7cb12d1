package io.github.solutionalm.packaging;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The lists that are sets, one row each. An environment exports what they hold in changing order: the components and
 * roles of an app (<a href="https://github.com/microsoft/powerplatform-build-tools/issues/152">reported</a> for the
 * components, and seen in packages), and texts by language (in one package some with English first, others not). What a
 * manifest lists is in another order too from one export to the next, and packers sort it
 * (<a href="https://github.com/microsoft/powerplatform-build-tools/issues/152">reported</a> for the dependencies).
 * Privileges of a role and tables of a lookup come in the same order each time, but their order says nothing.
 *
 * <p>All other lists have an order that counts, or may count: columns of a key, options, form libraries, site map areas.
 *
 * @param list element of the list
 * @param child the only element that may be in it; where there are others, the list is no set
 * @param known attributes one of which tells the children apart; where one occurs twice, the list is no set. Empty if
 *     each is known by all that it says
 */
record SetList(String list, String child, List<String> known) {

    private static final Map<String, SetList> BY_NAME = Stream.of(
                    of("AppModuleComponents", "AppModuleComponent"),
                    of("AppModuleRoleMaps", "Role", "id"),
                    of("RootComponents", "RootComponent"),
                    of("MissingDependencies", "MissingDependency"),
                    of("appelements", "appelement", "uniquename"),
                    of("appsettings", "appsetting", "settingdefinitionid.uniquename"),
                    of("RolePrivileges", "RolePrivilege", "name"),
                    of("LookupTypes", "LookupType"),
                    byLanguage("LocalizedNames", "LocalizedName"),
                    byLanguage("LocalizedCollectionNames", "LocalizedCollectionName"),
                    byLanguage("Descriptions", "Description"),
                    byLanguage("displaynames", "displayname"),
                    byLanguage("CustomLabels", "CustomLabel"),
                    byLanguage("labels", "label"),
                    byLanguage("displayname", "label"),
                    byLanguage("description", "label"),
                    byLanguage("Titles", "Title"))
            .collect(toMap(SetList::list, Function.identity()));

    /** For each first letter, a bit for each length of a name. */
    private static final long[] LENGTHS = new long[128];

    static {
        BY_NAME.keySet().forEach(name -> LENGTHS[name.charAt(0)] |= 1L << name.length());
    }

    /** Whether there may be a row of an element, by the first letter and the length of its name. */
    static boolean mayBeNamed(int first, int length) {
        return first >= 0 && length < Long.SIZE && (LENGTHS[first] & 1L << length) != 0;
    }

    /** The row of an element, if it is a list that is a set. */
    static Optional<SetList> named(String element) {
        return Optional.ofNullable(BY_NAME.get(element));
    }

    static boolean isNamed(String element) {
        return BY_NAME.containsKey(element);
    }

    private static SetList of(String list, String child, String... known) {
        return new SetList(list, child, List.of(known));
    }

    private static SetList byLanguage(String list, String child) {
        return of(list, child, "languagecode", "LCID");
    }
}

package io.github.solutionalm.embedded;

import io.github.solutionalm.law.Choices;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.model.SolutionVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A history of an environment and a package for it, both made from choices: solutions of two publishers, patches and
 * unmanaged customizations over a few components that refer to each other.
 */
final class GeneratedCase {

    static final String SOLUTION = "Orders";

    private static final ComponentKey TABLE = new ComponentKey(ComponentType.ENTITY, "contoso_t");
    private static final List<ComponentKey> PARTS = List.of(
            new ComponentKey(ComponentType.ATTRIBUTE, "contoso_t.contoso_a"),
            new ComponentKey(ComponentType.ATTRIBUTE, "contoso_t.contoso_b"),
            new ComponentKey(ComponentType.SYSTEM_FORM, "00000000-0000-0000-0000-00000000000a"));

    /** All components that there may be. */
    static final List<ComponentKey> UNIVERSE = List.of(
            TABLE,
            PARTS.get(0),
            PARTS.get(1),
            PARTS.get(2),
            new ComponentKey(ComponentType.ATTRIBUTE, "account.name"),
            new ComponentKey(ComponentType.WEB_RESOURCE, "contoso_/a.js"),
            new ComponentKey(ComponentType.WEB_RESOURCE, "contoso_/b.js"),
            new ComponentKey(ComponentType.SITE_MAP, "contoso_app"),
            new ComponentKey(ComponentType.WORKFLOW, "00000000-0000-0000-0000-00000000000b"));

    private final Choices choices;

    /** What was imported before, in this order; what is refused was not. */
    final List<SolutionPackage> history = new ArrayList<>();

    /** The next version of the solution. */
    final SolutionPackage next;

    /** What somebody else imports meanwhile. */
    final SolutionPackage between;

    GeneratedCase(Choices choices) {
        this.choices = choices;
        other("Base", choices.nextBoolean() ? "contoso" : "fabrikam");
        history.add(managed(SOLUTION, "1.0.0.0", "contoso", Optional.empty()));
        if (choices.nextBoolean()) {
            history.add(managed(SOLUTION + "_Patch_1", "1.0.1.0", "contoso", Optional.of(SOLUTION)));
        }
        other("AddOn", choices.nextInt(3) > 0 ? "contoso" : "fabrikam");
        if (choices.oneIn(3)) {
            history.add(managed(SOLUTION + "_Patch_2", "1.0.2.0", "contoso", Optional.of(SOLUTION)));
        }
        if (choices.nextBoolean()) {
            history.add(solution("Tweaks", "1.0.0.0", false, "contoso", Optional.empty(), 5));
        }
        next = managed(SOLUTION, "2.0.0.0", "contoso", Optional.empty());
        between = solution("Tweaks", "1.0.0.0", false, "contoso", Optional.empty(), 8);
    }

    private void other(String name, String publisher) {
        if (choices.nextBoolean()) {
            history.add(solution(name, "1.0.0.0", true, publisher, Optional.empty(), 6));
        }
    }

    private SolutionPackage managed(String name, String version, String publisher, Optional<String> patchOf) {
        return solution(name, version, true, publisher, patchOf, patchOf.isPresent() ? 4 : 2);
    }

    /** One in {@code rarity} of the components. */
    private SolutionPackage solution(
            String name, String version, boolean managed, String publisher, Optional<String> patchOf, int rarity) {
        List<SolutionComponent> components = new ArrayList<>();
        for (ComponentKey key : UNIVERSE) {
            if (choices.oneIn(rarity)) {
                components.add(component(key));
            }
        }
        return new SolutionPackage(
                new SolutionManifest(
                        name,
                        LocalizedText.NONE,
                        LocalizedText.NONE,
                        SolutionVersion.parse(version),
                        managed,
                        new Publisher(publisher, publisher, "", "", "", "contoso", Optional.empty(), List.of()),
                        patchOf,
                        Optional.empty(),
                        roots(components),
                        List.of(),
                        1033,
                        new SolutionManifest.ExportPlatform("", "", "")),
                components,
                List.of(),
                List.of());
    }

    /** As exports do, everything that is defined is listed. */
    private static List<RootComponent> roots(List<SolutionComponent> components) {
        return components.stream()
                .filter(component -> !component.isContext())
                .map(SolutionComponent::key)
                .map(key -> new RootComponent(
                        key.type(), List.of(key.key()), key.key(), RootComponent.Behavior.INCLUDE_SUBCOMPONENTS))
                .toList();
    }

    private SolutionComponent component(ComponentKey key) {
        boolean context = choices.oneIn(12);
        Set<ComponentKey> references = new HashSet<>();
        if (choices.oneIn(3)) {
            references.add(UNIVERSE.get(choices.nextInt(UNIVERSE.size())));
        }
        references.remove(key);
        return new SolutionComponent(
                key,
                "Name of " + key.key(),
                PARTS.contains(key) ? Optional.of(TABLE) : Optional.empty(),
                context ? Optional.empty() : Optional.of(definition(references)),
                Optional.empty(),
                context ? Set.of() : references);
    }

    /** Definitions that refer to different components are different. */
    private Definition definition(Set<ComponentKey> references) {
        return new Definition(hash(""), List.of(), hash(choices.nextInt(3) + " " + references));
    }

    private static ContentHash hash(String content) {
        return ContentHash.ofContent(content.getBytes(StandardCharsets.UTF_8));
    }
}

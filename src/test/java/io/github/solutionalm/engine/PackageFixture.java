package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.model.SolutionVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds packages as values. */
final class PackageFixture {

    private final String name;
    private final String version;
    private final boolean managed;
    private String publisher = "contoso";
    private Optional<String> patchOf = Optional.empty();
    private final List<RootComponent> roots = new ArrayList<>();
    private final List<MissingDependency> dependencies = new ArrayList<>();
    private final List<SolutionComponent> components = new ArrayList<>();
    private List<Integer> languages = List.of();
    private List<String> unclaimed = List.of();
    private boolean unlisted;

    private PackageFixture(String name, String version, boolean managed) {
        this.name = name;
        this.version = version;
        this.managed = managed;
    }

    static PackageFixture managed(String name, String version) {
        return new PackageFixture(name, version, true);
    }

    static PackageFixture unmanaged(String name, String version) {
        return new PackageFixture(name, version, false);
    }

    PackageFixture publisher(String uniqueName) {
        publisher = uniqueName;
        return this;
    }

    PackageFixture patchOf(String base) {
        patchOf = Optional.of(base);
        return this;
    }

    PackageFixture with(SolutionComponent... added) {
        components.addAll(Arrays.asList(added));
        return this;
    }

    PackageFixture root(ComponentType type, String... keys) {
        roots.add(new RootComponent(type, List.of(keys), keys[0], RootComponent.Behavior.INCLUDE_SUBCOMPONENTS));
        return this;
    }

    /** Requires a component of a solution; an empty solution for one that the manifest does not name. */
    PackageFixture requires(ComponentType type, String key, String solution, String solutionVersion) {
        Optional<RequiredSolution> provider = solution.isEmpty()
                ? Optional.empty()
                : Optional.of(new RequiredSolution(
                        solution,
                        Optional.of(solutionVersion)
                                .filter(text -> !text.isEmpty())
                                .map(SolutionVersion::parse)));
        dependencies.add(new MissingDependency(
                new MissingDependency.Part(type, List.of(key), key, provider),
                new MissingDependency.Part(ComponentType.SYSTEM_FORM, List.of("form"), "form", Optional.empty())));
        return this;
    }

    PackageFixture languages(Integer... lcids) {
        languages = List.of(lcids);
        return this;
    }

    PackageFixture unclaimed(String... files) {
        unclaimed = List.of(files);
        return this;
    }

    /** Everything that is defined is listed, as exports do, besides what a test lists itself. */
    private List<RootComponent> listed() {
        List<RootComponent> listed = new ArrayList<>(roots);
        for (SolutionComponent component : components) {
            boolean known = listed.stream()
                    .anyMatch(root -> root.type().equals(component.key().type())
                            && root.keys().contains(component.key().key()));
            if (!component.isContext() && !known && !unlisted) {
                listed.add(new RootComponent(
                        component.key().type(),
                        List.of(component.key().key()),
                        component.key().key(),
                        RootComponent.Behavior.INCLUDE_SUBCOMPONENTS));
            }
        }
        return listed;
    }

    /** Lists nothing but what the test lists. */
    PackageFixture unlisted() {
        unlisted = true;
        return this;
    }

    SolutionManifest manifest() {
        return new SolutionManifest(
                name,
                LocalizedText.NONE,
                LocalizedText.NONE,
                SolutionVersion.parse(version),
                managed,
                new Publisher(publisher, publisher, "", "", "", publisher, Optional.empty(), List.of()),
                patchOf,
                Optional.empty(),
                listed(),
                dependencies,
                1033,
                new SolutionManifest.ExportPlatform("", "", ""));
    }

    SolutionPackage build() {
        return new SolutionPackage(manifest(), components, languages, unclaimed);
    }

    static ComponentKey key(ComponentType type, String key) {
        return new ComponentKey(type, key);
    }

    static SolutionComponent component(ComponentType type, String key, String content) {
        return new SolutionComponent(
                key(type, key), "Name of " + key, Optional.empty(), definition(content), Optional.empty(), Set.of());
    }

    /** With a definition of its own that refers to these. */
    static SolutionComponent referring(ComponentType type, String key, ComponentKey... targets) {
        return new SolutionComponent(
                key(type, key),
                "Name of " + key,
                Optional.empty(),
                definition("referring"),
                Optional.empty(),
                Set.of(targets));
    }

    static SolutionComponent table(String name, String content) {
        return component(ComponentType.ENTITY, name, content);
    }

    static SolutionComponent column(String name, String content) {
        return component(ComponentType.ATTRIBUTE, name, content);
    }

    /** Mentioned only. */
    static SolutionComponent context(ComponentType type, String key) {
        return new SolutionComponent(
                key(type, key), key, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    /** A workflow or a rule. */
    static SolutionComponent rule(ComponentType type, String key, boolean activated) {
        return new SolutionComponent(
                key(type, key), "Rule " + key, Optional.empty(), definition(key), Optional.of(activated), Set.of());
    }

    static Optional<Definition> definition(String content) {
        return Optional.of(new Definition(hash("xml:" + content), List.of(), hash(content)));
    }

    static ContentHash hash(String content) {
        return ContentHash.ofContent(content.getBytes(StandardCharsets.UTF_8));
    }
}

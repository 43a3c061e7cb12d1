package io.github.solutionalm.details;

import io.github.solutionalm.SolutionDiff;
import io.github.solutionalm.SolutionDiff.Against;
import io.github.solutionalm.SolutionDiff.Difference;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.details.ChangeDetails.Version;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two packages. What only surrounds other components is none of either. */
public final class PackageDiff {

    private final KeptContents before;
    private final KeptContents after;
    private final List<Difference> differences = new ArrayList<>();
    private int unchanged;

    private PackageDiff(KeptContents before, KeptContents after) {
        this.before = before;
        this.after = after;
    }

    /**
     * How a package differs from another one. Each is read once.
     *
     * @throws SolutionException if one can't be read; a {@link io.github.solutionalm.RefusalException} for what is wrong with it
     */
    public static SolutionDiff between(OpenedPackage old, OpenedPackage now) throws SolutionException {
        try (KeptContents before = new KeptContents();
                KeptContents after = new KeptContents()) {
            PackageDiff diff = new PackageDiff(before, after);
            diff.compare(components(old, before), components(now, after));
            return new SolutionDiff(
                    now.file(),
                    now.manifest(),
                    new Against(
                            Optional.of(old.file()),
                            Optional.empty(),
                            Optional.of(old.manifest().version().toString())),
                    diff.unchanged,
                    diff.differences);
        } catch (IOException | UncheckedIOException e) {
            throw new SolutionException(
                    "The packages can't be kept in the folder for temporary files while they are compared: "
                            + e.getMessage(),
                    e);
        }
    }

    private static Map<ComponentKey, SolutionComponent> components(OpenedPackage opened, KeptContents contents)
            throws SolutionException {
        Map<ComponentKey, SolutionComponent> components = new LinkedHashMap<>();
        for (SolutionComponent component :
                opened.read(contents, ReadListener.NONE).components()) {
            if (!component.isContext()) {
                components.put(component.key(), component);
            }
        }
        return components;
    }

    private void compare(Map<ComponentKey, SolutionComponent> old, Map<ComponentKey, SolutionComponent> now) {
        now.forEach((key, component) -> {
            SolutionComponent there = old.get(key);
            if (there == null) {
                differences.add(new Difference(key, component.name(), Change.ADD, List.of()));
            } else if (there.content().isSurely(component.content())) {
                unchanged++;
            } else {
                differences.add(changed(there, component));
            }
        });
        old.forEach((key, component) -> {
            if (!now.containsKey(key)) {
                differences.add(new Difference(key, component.name(), Change.DELETE, List.of()));
            }
        });
    }

    private Difference changed(SolutionComponent old, SolutionComponent now) {
        return new Difference(
                now.key(),
                now.name(),
                Change.CHANGE,
                ChangeDetails.between(now.key().type(), version(old, before), version(now, after)));
    }

    private static Version version(SolutionComponent component, KeptContents contents) {
        Definition definition = component.definition().orElseThrow();
        return Version.of(definition, hash -> {
                    try {
                        return contents.find(hash);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElseThrow(() -> new IllegalStateException("The definition of " + component.key() + " was not kept"));
    }
}

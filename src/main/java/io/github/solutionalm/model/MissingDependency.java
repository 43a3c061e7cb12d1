package io.github.solutionalm.model;

import java.util.List;
import java.util.Optional;

/**
 * A component outside the package that a component in it needs, as the manifest's {@code MissingDependencies} declares it.
 *
 * @param required what must be in the environment
 * @param dependent the component of the package that needs it
 */
public record MissingDependency(Part required, Part dependent) {

    /**
     * One side of the dependency.
     *
     * @param type the component type
     * @param keys the keys it may be stored under, most specific first; at least one
     * @param displayName for people; may be empty
     * @param solution the solution that provides it as the manifest writes it, such as {@code ContosoBase (1.0.0.0)},
     *     {@code Active} or {@code System}; only on the required side
     */
    public record Part(ComponentType type, List<String> keys, String displayName, Optional<RequiredSolution> solution) {
        public Part {
            keys = List.copyOf(keys);
        }

        public ComponentKey key() {
            return new ComponentKey(type, keys.get(0));
        }
    }

    /**
     * The solution that provides the required component.
     *
     * @param uniqueName such as {@code msdynce_Sales}; {@code Active} when it was unmanaged where the package was made
     * @param version the version it was exported with, if the manifest says and it can be read
     */
    public record RequiredSolution(String uniqueName, Optional<SolutionVersion> version) {

        /** From {@code Name (version)} as manifests and the platform write it; a version that can't be read is not known. */
        public static RequiredSolution of(String text) {
            int open = text.lastIndexOf(" (");
            // The first bracket that closes is the last character.
            if (open < 0 || text.indexOf(')', open) != text.length() - 1) {
                return new RequiredSolution(text, Optional.empty());
            }
            String name = text.substring(0, open);
            try {
                SolutionVersion version = SolutionVersion.parse(text.substring(open + 2, text.length() - 1));
                return new RequiredSolution(name, Optional.of(version));
            } catch (IllegalArgumentException e) {
                return new RequiredSolution(name, Optional.empty());
            }
        }

        /** Whether the component was unmanaged in the source environment, so that no solution can be named. */
        public boolean isActive() {
            return UniqueName.same(uniqueName, Layer.ACTIVE);
        }

        @Override
        public String toString() {
            return version.map(v -> uniqueName + " (" + v + ")").orElse(uniqueName);
        }
    }
}

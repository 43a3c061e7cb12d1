package io.github.solutionalm.mojo.sources;

/** A mapping of {@code <mappings>}. Maven sets the fields by their names. */
public final class MappingParameter {

    /** What is replaced: a path in the source tree or a file's name. Required. */
    private String map;

    /** What is read instead; relative to the project's base directory. Required. */
    private String to;

    /** An empty mapping for Maven to fill. */
    public MappingParameter() {}

    String map() {
        return map;
    }

    String to() {
        return to;
    }
}

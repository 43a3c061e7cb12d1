package io.github.solutionalm.merge;

/** The definition in a layer is not well-formed XML. What an import has stored is; so the store is damaged. */
public final class MalformedLayerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedLayerException(String owner, Exception cause) {
        super("The definition in the layer of " + owner + " is not well-formed XML: " + cause.getMessage(), cause);
    }
}

package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.xml.CanonicalXml;
import io.github.solutionalm.xml.SafeXml;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Hashes a whole document of a package so that equivalent ones have the same hash. Components are known by their keys, so
 * that their order does not count; all else is compared as {@link EqualXml} does it.
 *
 * <p>An element from which the catalogue's paths lead on is a branch: it gives way to one hash of its tag, its components and
 * the rest, once it is closed. Everything else is a leaf, of which one is in memory at a time.
 */
final class WholeXml {

    /** As much as of one definition. */
    private static final int MAX_LEAF = 32 << 20;

    private final XMLStreamReader2 reader;
    private final Optional<CataloguePath> catalogue;
    private final TextRun text = new TextRun();
    private final CanonicalXml leaf = new CanonicalXml();
    /** How many elements of a leaf are open; none outside a leaf. */
    private int depth;
    /** Whether nothing but text came since the last tag, and that was a start tag. */
    private boolean onlyText;

    private boolean isComponent;

    private final Deque<Branch> branches = new ArrayDeque<>();
    private ContentHash whole;

    /**
     * A document, not yet read.
     *
     * @param catalogue where its components are; empty if none of its elements is known by a key
     */
    WholeXml(InputStream in, Optional<CataloguePath> catalogue) throws XMLStreamException {
        this.reader = SafeXml.reader(in);
        this.catalogue = catalogue;
    }

    /** An open element from which paths lead on. */
    private static final class Branch {
        /** Or null, in a section that is in no place of the catalogue: all in it keeps its order. */
        private final CataloguePath node;

        private final byte[] tag;
        private final boolean saysMoreThanItsName;
        private final List<byte[]> components = new ArrayList<>();
        private final Sha256 rest = new Sha256();
        private boolean hasRest;

        Branch(CataloguePath node, byte[] tag, boolean saysMoreThanItsName) {
            this.node = node;
            this.tag = tag;
            this.saysMoreThanItsName = saysMoreThanItsName;
        }

        void add(ContentHash hash, boolean component) {
            if (component) {
                components.add(hash.bytes());
            } else {
                rest.add(hash.bytes());
                hasRest = true;
            }
        }

        /** An empty section says nothing: some tools leave it out, others write all that there could be. */
        boolean isEmpty() {
            boolean place = node != null && node.place() != null;
            return !place && !saysMoreThanItsName && components.isEmpty() && !hasRest;
        }

        ContentHash hash() {
            components.sort(Arrays::compareUnsigned);
            Sha256 all = new Sha256();
            all.add(tag);
            all.add(rest.bytes());
            components.forEach(all::add);
            return ContentHash.of(all);
        }
    }

    /** Reads the document. */
    ContentHash hash() throws XMLStreamException, OverLimit {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader2.START_ELEMENT -> start();
                    case XMLStreamReader2.END_ELEMENT -> end();
                    case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA, XMLStreamReader2.SPACE ->
                        text.append(reader);
                    case XMLStreamReader2.DTD -> throw SafeXml.refuseDoctype();
                    case XMLStreamReader2.ENTITY_REFERENCE -> throw SafeXml.refuseEntity(reader);
                    default -> {}
                }
            }
        } finally {
            reader.close();
        }
        return whole;
    }

    private void start() throws OverLimit {
        text(false);
        if (depth == 0) {
            CataloguePath node = node();
            if (isBranch(node)) {
                branches.push(branch(node));
                return;
            }
            leaf.reset();
            isComponent = node != null;
        }
        leaf.start(reader);
        depth++;
        onlyText = true;
    }

    /** Where the element is in the catalogue, or null. */
    private CataloguePath node() {
        if (branches.isEmpty()) {
            return catalogue.orElse(null);
        }
        CataloguePath around = branches.peek().node;
        return around == null ? null : around.child(reader.getLocalName());
    }

    /** A section that is in no place of the catalogue is one too, so that not all of it is in memory. */
    private boolean isBranch(CataloguePath node) {
        return node != null ? node.leadsOn() : catalogue.isPresent() && branches.size() == 1;
    }

    private Branch branch(CataloguePath node) {
        leaf.reset();
        leaf.start(reader);
        byte[] tag = Arrays.copyOf(leaf.buffer(), leaf.length());
        return new Branch(node, tag, tag[reader.getLocalName().length() + 1] != '>');
    }

    private void end() throws OverLimit {
        text(onlyText);
        onlyText = false;
        if (depth == 0) {
            Branch done = branches.pop();
            if (branches.isEmpty() || !done.isEmpty()) {
                add(done.hash(), done.node != null);
            }
            return;
        }
        leaf.end(reader.getLocalName());
        if (--depth == 0) {
            add(EqualXml.hash(leaf.buffer(), leaf.length()), isComponent);
        }
    }

    private void add(ContentHash hash, boolean component) {
        if (branches.isEmpty()) {
            whole = hash;
        } else {
            branches.peek().add(hash, component);
        }
    }

    /** White space is a text where nothing else is in an element. */
    private void text(boolean all) throws OverLimit {
        if (depth > 0 && (all || !text.isBlank())) {
            text.writeTo(leaf);
            if (leaf.length() > MAX_LEAF) {
                throw new OverLimit("A component has more than the limit of " + MAX_LEAF + " bytes");
            }
        } else if (depth == 0 && !text.isBlank()) {
            byte[] said = text.toString().strip().getBytes(StandardCharsets.UTF_8);
            branches.peek().add(EqualText.hash("", said, said.length), false);
        }
        text.clear();
    }
}

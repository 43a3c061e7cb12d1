package io.github.solutionalm.dataverse.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.contract.ContractWatch;
import java.util.function.BiConsumer;

/** Has what the client reads of answers told, member by member. */
public final class RecordedReads {

    private RecordedReads() {}

    /** From now on, whatever is read of an object that has a mark is held against its contract. */
    public static void watched() {
        StrictJson.STRICT.setNodeFactory(new Nodes((object, member) -> {
            JsonNode mark = object.unrecorded(ContractWatch.MARK);
            if (mark != null) {
                ContractWatch.read(mark.asText(), member);
            }
        }));
    }

    /** Makes the objects of a tree. */
    static final class Nodes extends JsonNodeFactory {

        private static final long serialVersionUID = 1L;

        private final transient BiConsumer<Recorded, String> listener;

        Nodes(BiConsumer<Recorded, String> listener) {
            this.listener = listener;
        }

        @Override
        public ObjectNode objectNode() {
            return new Recorded(this, listener);
        }
    }

    /** An object that tells which of its members are asked for, whether it has them or not. */
    @SuppressWarnings("unchecked") // of deepCopy(), as Jackson declares it
    static final class Recorded extends ObjectNode {

        private static final long serialVersionUID = 1L;

        private final transient BiConsumer<Recorded, String> listener;

        Recorded(JsonNodeFactory nodes, BiConsumer<Recorded, String> listener) {
            super(nodes);
            this.listener = listener;
        }

        JsonNode unrecorded(String member) {
            return super.get(member);
        }

        @Override
        public JsonNode get(String member) {
            listener.accept(this, member);
            return super.get(member);
        }

        @Override
        public JsonNode path(String member) {
            listener.accept(this, member);
            return super.path(member);
        }

        @Override
        public JsonNode required(String member) {
            listener.accept(this, member);
            return super.required(member);
        }
    }
}

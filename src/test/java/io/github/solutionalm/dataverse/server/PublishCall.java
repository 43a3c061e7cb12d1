package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * PublishXml, which is waited for, and PublishAllXmlAsync. Of what PublishXml may name, tables, choices and dashboards are
 * published, as far as they are there.
 */
final class PublishCall implements Call {

    private static final Map<String, ComponentType> NAMED = Map.of(
            "entity", ComponentType.ENTITY,
            "optionset", ComponentType.OPTION_SET,
            "dashboard", ComponentType.SYSTEM_FORM);

    private final OperationKind kind;
    private final boolean async;
    private final Organization organization;
    private final Operations operations;
    private final Path folder;

    PublishCall(OperationKind kind, Organization organization, Operations operations, Path folder) {
        this.kind = kind;
        this.async = kind == OperationKind.PUBLISH_ALL;
        this.organization = organization;
        this.operations = operations;
        this.folder = folder;
    }

    @Override
    public String name() {
        return async ? kind.asyncMessage() : kind.message();
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault, IOException {
        Optional<Set<ComponentKey>> named = Optional.empty();
        if (kind == OperationKind.PUBLISH) {
            named = Optional.of(
                    named(ActionBody.read(exchange, name(), Map.of("ParameterXml", ActionBody.Kind.TEXT), folder)
                            .require("ParameterXml")
                            .text("ParameterXml")));
        } else if (!exchange.request().header("Content-Length").orElse("0").equals("0")
                || exchange.request().header("Transfer-Encoding").isPresent()) {
            ActionBody.read(exchange, name(), Map.of(), folder);
        }
        JobPlan plan = async ? exchange.plan() : exchange.plan().waitedFor();
        Optional<Set<ComponentKey>> what = named;
        Operation operation = operations.start(kind, async, "", Optional.empty(), plan, () -> {
            if (what.isPresent()) {
                organization.publishes(what.get());
            } else {
                organization.publishes();
            }
            return Ended.done("PUBLISHED");
        });
        if (async) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.put("@odata.context", exchange.context("Microsoft.Dynamics.CRM." + name() + "Response"));
            return HttpReply.json(
                    200, answer.put("AsyncOperationId", operation.id().toString()));
        }
        Optional<Ended> ended = operation.ended(operations.now());
        Optional<Failure> failure = ended.flatMap(Ended::failure);
        if (failure.isPresent()) {
            throw failure.get().fault(400);
        }
        return ended.isEmpty() ? HttpReply.html(504) : HttpReply.empty(204);
    }

    private static Set<ComponentKey> named(String xml) throws ODataFault {
        Set<ComponentKey> named = new HashSet<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            reader.nextTag();
            if (!reader.getLocalName().equals("importexportxml")) {
                throw ODataFault.badRequest("0x8004801A", "The root of ParameterXml must be importexportxml.");
            }
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && NAMED.containsKey(reader.getLocalName())) {
                    named.add(new ComponentKey(NAMED.get(reader.getLocalName()), reader.getElementText()));
                }
            }
            return named;
        } catch (XMLStreamException e) {
            throw ODataFault.badRequest("0x8004801A", "ParameterXml is invalid: " + e.getMessage());
        }
    }
}

package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * PublishXml, PublishAllXml and PublishAllXmlAsync. The engine publishes all or nothing: what PublishXml names is
 * checked, and all is published.
 */
final class PublishCall implements Call {

    private final OperationKind kind;
    private final boolean async;
    private final Organization organization;
    private final Operations operations;
    private final Path folder;

    PublishCall(OperationKind kind, boolean async, Organization organization, Operations operations, Path folder) {
        this.kind = kind;
        this.async = async;
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
        if (kind == OperationKind.PUBLISH) {
            checkXml(ActionBody.read(exchange.request(), name(), Map.of("ParameterXml", ActionBody.Kind.TEXT), folder)
                    .require("ParameterXml")
                    .text("ParameterXml"));
        } else if (!exchange.request().header("Content-Length").orElse("0").equals("0")
                || exchange.request().header("Transfer-Encoding").isPresent()) {
            ActionBody.read(exchange.request(), name(), Map.of(), folder);
        }
        JobPlan plan = async ? exchange.plan() : exchange.plan().waitedFor();
        Operation operation = operations.start(kind, async, "", Optional.empty(), plan, () -> {
            organization.publishes();
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

    private static void checkXml(String xml) throws ODataFault {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            reader.nextTag();
            if (!reader.getLocalName().equals("importexportxml")) {
                throw ODataFault.badRequest("0x8004801A", "The root of ParameterXml must be importexportxml.");
            }
            while (reader.hasNext()) {
                reader.next();
            }
        } catch (XMLStreamException e) {
            throw ODataFault.badRequest("0x8004801A", "ParameterXml is invalid: " + e.getMessage());
        }
    }
}

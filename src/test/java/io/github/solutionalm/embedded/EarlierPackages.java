package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The packages that {@code environment-of-0.1.sql} was made from: imported in this order, the last one staged. */
final class EarlierPackages {

    static final String ORDER = "contoso_order";
    static final String SHIPMENT = "contoso_shipment";
    static final String SCRIPT = "contoso_/order.js";

    private final Path folder;

    EarlierPackages(Path folder) {
        this.folder = folder;
    }

    /** Each upgrades or installs its solution. */
    List<Path> imported() throws IOException {
        return List.of(firstOrders(), orders(), partner(), flows(), mine(), stock("1.0.0.0"));
    }

    /** What the environment holds now of those. */
    List<Path> installed() throws IOException {
        return List.of(orders(), partner(), flows(), mine());
    }

    Path staged() throws IOException {
        return stock("2.0.0.0");
    }

    private Path firstOrders() throws IOException {
        return orders("1.0.0.0")
                .column(ORDER, "contoso_telex", "Telex")
                .webResource("contoso_/telex.js", "telex")
                .folder(folder);
    }

    private Path orders() throws IOException {
        return orders("1.1.0.0")
                .column(ORDER, "contoso_mail", "Mail")
                .section("Entities", table(SHIPMENT))
                .section(
                        "Connectors",
                        """
                        <Connector><connectorid>{%s}</connectorid><connectorinternalid>shared_contoso-5fapi</connectorinternalid>\
                        <name>contoso_5Fapi</name><displayname>Carrier</displayname></Connector>
                        """
                                .formatted(id("carrier")))
                .folder(folder);
    }

    /** Brings neither the shipments nor the connector, which flows need. */
    Path ordersWithoutShipments() throws IOException {
        return orders("2.0.0.0").column(ORDER, "contoso_mail", "Mail").folder(folder);
    }

    private static PackageBuilder orders(String version) {
        return managed("Orders", version)
                .column(ORDER, "contoso_total", "Total")
                .column(ORDER, "contoso_fax", "Fax")
                .mainForm(ORDER, "Order", "contoso_total", "contoso_fax")
                .view(ORDER, "Faxes", "contoso_fax")
                .webResource(SCRIPT, "orders " + version)
                .section("optionsets", choice("Colour", "Red", "Green"))
                .file(
                        "environmentvariabledefinitions/contoso_Limit/environmentvariabledefinition.xml",
                        "<environmentvariabledefinition schemaname=\"contoso_Limit\"><displayname default=\"Limit\"/>"
                                + "<type>100000001</type></environmentvariabledefinition>")
                .file(
                        "environmentvariabledefinitions/contoso_Limit/environmentvariablevalues.json",
                        "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"value\":\"70\"}}}");
    }

    /** Lies over components of the orders. */
    private Path partner() throws IOException {
        return managed("Partner", "1.0.0.0")
                .publisher("fabrikam")
                .mainForm(ORDER, "Order", "contoso_fax", "contoso_total")
                .webResource(SCRIPT, "partner")
                .section("optionsets", choice("Shade", "Red", "Blue", "Black"))
                .folder(folder);
    }

    /** A flow reads shipments, which it names by their set; its connection names the connector by id. */
    private Path flows() throws IOException {
        return managed("Flows", "1.0.0.0")
                .section(
                        "Workflows",
                        """
                        <Workflow WorkflowId="{%s}" Name="Ship"><JsonFileName>/Workflows/Ship.json</JsonFileName>\
                        <Category>5</Category><StateCode>1</StateCode></Workflow>
                        """
                                .formatted(id("ship")))
                .file(
                        "Workflows/Ship.json",
                        "{\"actions\":{\"List\":{\"inputs\":{\"parameters\":{\"entityName\":\"contoso_shipments\"}}}}}")
                .section(
                        "connectionreferences",
                        """
                        <connectionreference connectionreferencelogicalname="contoso_carrier">\
                        <connectionreferencedisplayname>Carrier</connectionreferencedisplayname>\
                        <connectorid>/providers/Microsoft.PowerApps/apis/shared_contoso-5fapi</connectorid>\
                        <customconnectorid><connectorid>%s</connectorid></customconnectorid></connectionreference>
                        """
                                .formatted(id("carrier")))
                .folder(folder);
    }

    /** Customizes the form and the table of the orders, and has a script of its own. */
    Path mine() throws IOException {
        return unmanaged("Mine", "1.0.0.0")
                .column(ORDER, "contoso_total", "Sum")
                .mainForm(ORDER, "Order", "contoso_total")
                .webResource("contoso_/mine.js", "mine")
                .folder(folder);
    }

    private Path stock(String version) throws IOException {
        return managed("Stock", version)
                .column("contoso_stock", "contoso_of" + version.charAt(0), "Of " + version)
                .webResource("contoso_/stock.js", "stock " + version)
                .folder(folder);
    }

    private static String table(String name) {
        return """
                <Entity><Name LocalizedName="%s">%s</Name><EntityInfo><entity Name="%s"><EntitySetName>%ss</EntitySetName>\
                <attributes><attribute PhysicalName="contoso_weight"><Type>int</Type><LogicalName>contoso_weight</LogicalName>\
                </attribute></attributes></entity></EntityInfo></Entity>
                """
                .formatted(name, name, name, name);
    }

    private static String choice(String name, String... labels) {
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < labels.length; i++) {
            options.append(
                    """
                    <option value="%d"><labels><label description="%s" languagecode="1033"/></labels></option>\
                    """
                            .formatted(i + 1, labels[i]));
        }
        return """
                <optionset Name="contoso_colour" localizedName="%s"><OptionSetType>picklist</OptionSetType>\
                <IsGlobal>1</IsGlobal><options>%s</options></optionset>
                """
                .formatted(name, options);
    }
}

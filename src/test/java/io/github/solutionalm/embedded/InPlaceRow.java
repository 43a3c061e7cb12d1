package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.Fragments.column;
import static io.github.solutionalm.embedded.Fragments.process;
import static io.github.solutionalm.embedded.Fragments.relationship;
import static io.github.solutionalm.embedded.Fragments.says;
import static io.github.solutionalm.embedded.Fragments.table;

import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A row of the table of what can't change in place.
 *
 * @param type whose property it is
 * @param property what it is
 * @param code of the refusal
 * @param before what the component says first
 * @param after what it says then
 * @param saying makes a package whose component says one of them
 */
record InPlaceRow(String type, String property, String code, String before, String after, Saying saying) {

    /** Makes a package say something. */
    interface Saying extends BiFunction<PackageBuilder, String, PackageBuilder> {}

    private static final String NO_PUBLIC_CODE = "";
    private static final String COLUMN = "0x80041A06";
    private static final String OWNERSHIP = "0x80072018";
    private static final String PROCESS = "0x80048027";

    static Stream<InPlaceRow> all() {
        return Stream.of(
                row("Attribute", "data type", COLUMN, "nvarchar", "int", InPlaceRow::columnOfType),
                ofColumn("choice", "OptionSetName", "contoso_color", "contoso_size"),
                ofTable("ownership", OWNERSHIP, "OwnershipTypeMask", "UserOwned", "OrgOwned"),
                ofTable("activity", NO_PUBLIC_CODE, "IsActivity", "0", "1"),
                ofTable("data provider", NO_PUBLIC_CODE, "DataProviderId", "odata", "cosmos"),
                ofRelationship("kind of relationship", "EntityRelationshipType", "OneToMany", "ManyToMany"),
                ofRelationship("referenced table", "ReferencedEntityName", "account", "contact"),
                ofRelationship("referencing table", "ReferencingEntityName", "account", "contact"),
                ofRelationship("first table", "FirstEntityName", "account", "contact"),
                ofRelationship("second table", "SecondEntityName", "account", "contact"),
                ofApi("binding type", "bindingtype", "0", "1"),
                ofApi("bound table", "boundentitylogicalname", "account", "contact"),
                ofApi("allowed processing steps", "allowedcustomprocessingsteptype", "0", "2"),
                ofApi("function", "isfunction", "0", "1"),
                ofApiPart("customapirequestparameter", "0", "10"),
                ofApiPart("customapiresponseproperty", "0", "10"),
                ofProcess("category", "Category", "0", "2"),
                ofProcess("primary table", "PrimaryEntity", "account", "contact"),
                ofProcess("unique name", "UniqueName", "contoso_close", "contoso_reopen"));
    }

    @Override
    public String toString() {
        return property + " of " + type;
    }

    static PackageBuilder columnOfType(PackageBuilder solution, String type) {
        return solution.section("Entities", table("contoso_order", "", column("contoso_total", type)));
    }

    private static InPlaceRow row(
            String type, String property, String code, String before, String after, Saying saying) {
        return new InPlaceRow(type, property, code, before, after, saying);
    }

    private static InPlaceRow ofColumn(String property, String element, String before, String after) {
        return row(
                "Attribute",
                property,
                NO_PUBLIC_CODE,
                before,
                after,
                (solution, value) -> solution.section(
                        "Entities", table("account", "", column("contoso_choice", "picklist", says(element, value)))));
    }

    private static InPlaceRow ofTable(String property, String code, String element, String before, String after) {
        return row(
                "Entity",
                property,
                code,
                before,
                after,
                (solution, value) -> solution.section(
                        "Entities", table("contoso_order", says(element, value), column("contoso_total", "int"))));
    }

    private static InPlaceRow ofRelationship(String property, String element, String before, String after) {
        return row(
                "EntityRelationship",
                property,
                NO_PUBLIC_CODE,
                before,
                after,
                (solution, value) -> solution.section(
                        "EntityRelationships", relationship("contoso_account_contact", says(element, value))));
    }

    private static InPlaceRow ofApi(String property, String element, String before, String after) {
        return row(
                "customapi",
                property,
                NO_PUBLIC_CODE,
                before,
                after,
                (solution, value) -> solution.file(
                        "customapis/contoso_Price/customapi.xml",
                        "<customapi uniquename=\"contoso_Price\">" + says(element, value) + "</customapi>"));
    }

    private static InPlaceRow ofApiPart(String part, String before, String after) {
        return row(part, "type", NO_PUBLIC_CODE, before, after, (solution, value) -> solution.file(
                        "customapis/contoso_Price/customapi.xml", "<customapi uniquename=\"contoso_Price\"/>")
                .file(
                        "customapis/contoso_Price/" + part + "s/Id/" + part + ".xml",
                        "<" + part + " uniquename=\"Id\">" + says("type", value) + "</" + part + ">"));
    }

    private static InPlaceRow ofProcess(String property, String element, String before, String after) {
        return row(
                "Workflow",
                property,
                PROCESS,
                before,
                after,
                (solution, value) ->
                        solution.section("Workflows", process("Close", says("StateCode", "0"), says(element, value))));
    }
}

package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Publisher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables solutions and publishers, with the columns of the recorded answer. */
final class SolutionRows {

    private static final List<String> SOLUTION = List.of(
            "solutionid",
            "uniquename",
            "friendlyname",
            "version",
            "ismanaged",
            "isvisible",
            "installedon",
            "updatedon",
            "createdon",
            "modifiedon",
            "versionnumber",
            "solutionpackageversion",
            "_publisherid_value",
            "_parentsolutionid_value",
            "_organizationid_value",
            "_createdby_value",
            "_modifiedby_value",
            "_createdonbehalfby_value",
            "_modifiedonbehalfby_value",
            "_configurationpageid_value",
            "isapimanaged",
            "thumbprint",
            "pinpointpublisherid",
            "pinpointassetid",
            "pinpointsolutionid",
            "pinpointsolutiondefaultlocale",
            "templatesuffix",
            "upgradeinfo",
            "description",
            "solutiontype");

    private static final List<String> ADDRESS = List.of(
            "addressid",
            "addresstypecode",
            "city",
            "country",
            "county",
            "fax",
            "latitude",
            "line1",
            "line2",
            "line3",
            "longitude",
            "name",
            "postalcode",
            "postofficebox",
            "shippingmethodcode",
            "stateorprovince",
            "telephone1",
            "telephone2",
            "telephone3",
            "upszone",
            "utcoffset");

    private static final List<String> PUBLISHER = List.of(
            "publisherid",
            "uniquename",
            "friendlyname",
            "description",
            "customizationprefix",
            "customizationoptionvalueprefix",
            "isreadonly",
            "emailaddress",
            "supportingwebsiteurl",
            "createdon",
            "modifiedon",
            "versionnumber",
            "_organizationid_value",
            "_createdby_value",
            "_modifiedby_value",
            "_createdonbehalfby_value",
            "_modifiedonbehalfby_value",
            "pinpointpublisherid",
            "pinpointpublisherdefaultlocale",
            "entityimage",
            "entityimage_url",
            "entityimage_timestamp",
            "entityimageid");

    private final Organization organization;

    SolutionRows(Organization organization) {
        this.organization = organization;
    }

    Table publishers() {
        return new Table(
                "publishers", "publisher", "publisherid", publisherColumns(), this::publisherRows, Map.of(), true);
    }

    Table solutions() {
        Table plain = new Table("solutions", "solution", "solutionid", SOLUTION, this::solutionRows, Map.of(), true);
        return plain.linked(Map.of(
                "publisherid",
                new Table.Link(
                        publishers(),
                        false,
                        row -> matching(publisherRows(), "publisherid", row.get("_publisherid_value"))),
                "parentsolutionid",
                new Table.Link(
                        plain,
                        false,
                        row -> matching(solutionRows(), "solutionid", row.get("_parentsolutionid_value"))),
                "solution_parent_solution",
                new Table.Link(
                        plain,
                        true,
                        row -> matching(solutionRows(), "_parentsolutionid_value", row.get("solutionid")))));
    }

    static String idOf(String uniqueName) {
        return InnerSolution.named(uniqueName).map(InnerSolution::id).orElseGet(() -> Rows.id("solution", uniqueName)
                .toString());
    }

    private static List<Map<String, Object>> matching(List<Map<String, Object>> rows, String column, Object value) {
        return rows.stream()
                .filter(row -> value != null && value.equals(row.get(column)))
                .toList();
    }

    private List<Map<String, Object>> solutionRows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (InnerSolution inner : InnerSolution.values()) {
            rows.add(row(inner));
        }
        organization.solutions().forEach(solution -> rows.add(row(solution)));
        return rows;
    }

    private static Map<String, Object> row(InnerSolution solution) {
        Map<String, Object> row = Rows.empty(SOLUTION);
        row.putAll(solution.columns());
        row.put("installedon", Rows.time(Instant.EPOCH));
        row.put("createdon", Rows.time(Instant.EPOCH));
        row.put("modifiedon", Rows.time(Instant.EPOCH));
        row.put("versionnumber", 1_000_000L);
        row.put("_publisherid_value", Rows.id("publisher", solution.publisher()).toString());
        row.put("_organizationid_value", Rows.ORGANIZATION);
        row.put("_createdby_value", Rows.USER);
        row.put("_modifiedby_value", Rows.USER);
        row.put("isapimanaged", false);
        return row;
    }

    private static Map<String, Object> row(InstalledSolution solution) {
        Map<String, Object> row = Rows.empty(SOLUTION);
        row.put("solutionid", idOf(solution.uniqueName()));
        row.put("uniquename", solution.uniqueName());
        row.put("friendlyname", solution.friendlyName());
        row.put("version", solution.version().toString());
        row.put("ismanaged", solution.managed());
        row.put("isvisible", true);
        row.put("installedon", Rows.time(solution.installedOn()));
        row.put("createdon", Rows.time(solution.installedOn()));
        row.put("modifiedon", Rows.time(solution.updatedOn()));
        row.put(
                "updatedon",
                solution.updatedOn().equals(solution.installedOn()) ? null : Rows.time(solution.updatedOn()));
        row.put("versionnumber", 1_000_000L + solution.updatedOn().getEpochSecond() % 1_000_000);
        row.put("solutionpackageversion", "9.2");
        row.put("_publisherid_value", Rows.id("publisher", solution.publisher()).toString());
        row.put(
                "_parentsolutionid_value",
                solution.patchOf().map(SolutionRows::idOf).orElse(null));
        row.put("_organizationid_value", Rows.ORGANIZATION);
        row.put("_createdby_value", Rows.USER);
        row.put("_modifiedby_value", Rows.USER);
        row.put("isapimanaged", false);
        return row;
    }

    private static List<String> publisherColumns() {
        List<String> columns = new ArrayList<>(PUBLISHER);
        for (String address : List.of("address1_", "address2_")) {
            ADDRESS.forEach(column -> columns.add(address + column));
        }
        return columns;
    }

    private List<Map<String, Object>> publisherRows() {
        return Stream.concat(InnerSolution.publishers(), organization.publishers().stream())
                .map(SolutionRows::row)
                .toList();
    }

    private static Map<String, Object> row(Publisher publisher) {
        Map<String, Object> row = Rows.empty(publisherColumns());
        row.put("publisherid", Rows.id("publisher", publisher.uniqueName()).toString());
        row.put("uniquename", publisher.uniqueName());
        row.put("friendlyname", publisher.displayName());
        row.put("description", publisher.description().isEmpty() ? null : publisher.description());
        row.put("customizationprefix", publisher.customizationPrefix());
        row.put("customizationoptionvalueprefix", publisher.optionValuePrefix().orElse(null));
        row.put("isreadonly", false);
        row.put("emailaddress", publisher.email().isEmpty() ? null : publisher.email());
        row.put("supportingwebsiteurl", publisher.website().isEmpty() ? null : publisher.website());
        row.put("versionnumber", 1_000_000L);
        row.put("_organizationid_value", Rows.ORGANIZATION);
        row.put("_createdby_value", Rows.USER);
        row.put("_modifiedby_value", Rows.USER);
        row.put(
                "address1_addressid",
                Rows.id("address1", publisher.uniqueName()).toString());
        row.put(
                "address2_addressid",
                Rows.id("address2", publisher.uniqueName()).toString());
        return row;
    }
}

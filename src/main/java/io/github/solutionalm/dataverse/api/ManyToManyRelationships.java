package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The many-to-many relationships of an environment
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/manytomanyrelationshipmetadata). The links of
 * each are rows of a table of its own; those of other relationships are values of a lookup column.
 *
 * @param tables logical name of the table of the links, in lower case, by relationship: each is here by its schema name and by
 *     its id
 */
public record ManyToManyRelationships(Map<ComponentKey, String> tables) {

    private static final String NAME = "SchemaName";
    private static final String ID = "MetadataId";
    private static final String TABLE = "IntersectEntityName";

    /** Reads them all from the environment. */
    public static ManyToManyRelationships of(OperationContext access) throws WebApiException {
        ApiPath path = ApiPath.of("RelationshipDefinitions/Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata")
                .with("$select", NAME + "," + ID + "," + TABLE);
        Map<ComponentKey, String> tables = new HashMap<>();
        // Definitions come in one answer, whatever their number.
        new Rows("read the many-to-many relationships", path, 0, RowShape.ANY.texts(NAME, ID, TABLE))
                .each(access.api(), access.deadline(), row -> {
                    String table = ComponentKey.normalize(row.path(TABLE).asText());
                    tables.put(key(row.path(NAME)), table);
                    tables.put(key(row.path(ID)), table);
                });
        return new ManyToManyRelationships(tables);
    }

    /** The table of the links of a relationship; empty when it has none. */
    public Optional<String> tableOf(ComponentKey relationship) {
        return Optional.ofNullable(tables.get(relationship));
    }

    private static ComponentKey key(JsonNode name) {
        return new ComponentKey(ComponentType.ENTITY_RELATIONSHIP, name.asText());
    }
}

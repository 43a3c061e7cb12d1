-- Display name, parent and state belong to a layer: what shows is the top layer's. The component's own columns tell of those
-- that have no layer.
ALTER TABLE layer ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE layer ADD COLUMN parent_type TEXT;
ALTER TABLE layer ADD COLUMN parent_key TEXT;
ALTER TABLE layer ADD COLUMN state TEXT;

-- Definition as the package brought it, where the layer keeps more: an update leaves the values of a choice that it drops.
ALTER TABLE layer ADD COLUMN packaged BYTEA;

-- What showed of the layers below when an unmanaged definition came, which tells what it changes.
ALTER TABLE layer ADD COLUMN basis INTEGER REFERENCES content (id);

-- Whether the unmanaged layer was there before any other of its component: then the component is the user's own.
ALTER TABLE layer ADD COLUMN first BOOLEAN NOT NULL DEFAULT FALSE;

UPDATE layer SET
    name = (SELECT c.name FROM component c WHERE c.id = layer.component),
    parent_type = (SELECT c.parent_type FROM component c WHERE c.id = layer.component),
    parent_key = (SELECT c.parent_key FROM component c WHERE c.id = layer.component),
    state = (SELECT c.state FROM component c WHERE c.id = layer.component);

UPDATE layer SET first = TRUE
WHERE owner = 2 AND NOT EXISTS (SELECT 1 FROM layer other WHERE other.component = layer.component AND other.owner <> 2);

CREATE INDEX layer_by_parent ON layer (parent_type, parent_key);
CREATE INDEX layer_by_basis ON layer (basis);

-- Names by which others refer to a component besides its key: as the reference is written, with the type that it is written as.
CREATE TABLE layer_name (
    layer INTEGER NOT NULL REFERENCES layer (id) ON DELETE CASCADE,
    type  TEXT NOT NULL,
    name  TEXT NOT NULL,
    PRIMARY KEY (layer, type, name)
);

CREATE INDEX layer_name_by_name ON layer_name (type, name);

-- What an earlier version did not keep has to be read again from the definitions: one row for each such layer.
CREATE TABLE unread_layer (
    layer INTEGER PRIMARY KEY REFERENCES layer (id) ON DELETE CASCADE
);

INSERT INTO unread_layer (layer) SELECT id FROM layer WHERE definition IS NOT NULL;

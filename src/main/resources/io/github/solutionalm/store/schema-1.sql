-- One schema for SQLite and PostgreSQL. Ids are given by the store, which alone writes, so that batches need no answer.
-- BYTEA, BOOLEAN and BIGINT are names to SQLite, which keeps a value as it comes. Times are ISO-8601 in UTC.

CREATE TABLE schema_version (
    version    INTEGER PRIMARY KEY,
    checksum   TEXT NOT NULL,
    applied_on TEXT NOT NULL
);

CREATE TABLE publisher (
    id                   INTEGER PRIMARY KEY,
    unique_name          TEXT NOT NULL,
    name_key             TEXT NOT NULL UNIQUE,
    display_name         TEXT NOT NULL,
    description          TEXT NOT NULL,
    email                TEXT NOT NULL,
    website              TEXT NOT NULL,
    customization_prefix TEXT NOT NULL,
    option_value_prefix  INTEGER
);

CREATE TABLE publisher_address (
    publisher INTEGER NOT NULL REFERENCES publisher (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    field     TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (publisher, position, field)
);

-- System and Active, the owners of the lowest and the highest layer, are solutions of the platform's own: without publisher.
CREATE TABLE solution (
    id            INTEGER PRIMARY KEY,
    unique_name   TEXT NOT NULL,
    name_key      TEXT NOT NULL UNIQUE,
    friendly_name TEXT NOT NULL,
    version       TEXT NOT NULL,
    managed       BOOLEAN NOT NULL,
    publisher     INTEGER REFERENCES publisher (id),
    patch_of      INTEGER REFERENCES solution (id),
    holding_for   INTEGER REFERENCES solution (id),
    install_order INTEGER NOT NULL,
    installed_on  TEXT NOT NULL,
    updated_on    TEXT NOT NULL,
    sha256        TEXT NOT NULL
);

INSERT INTO solution (id, unique_name, name_key, friendly_name, version, managed, install_order, installed_on, updated_on, sha256)
VALUES (1, 'System', 'system', 'System', '0.0', TRUE, 0, '', '', ''),
       (2, 'Active', 'active', 'Active', '0.0', FALSE, 0, '', '', '');

CREATE TABLE component (
    id          INTEGER PRIMARY KEY,
    type        TEXT NOT NULL,
    key         TEXT NOT NULL,
    name        TEXT NOT NULL,
    parent_type TEXT,
    parent_key  TEXT,
    published   BOOLEAN NOT NULL,
    state       TEXT,
    UNIQUE (type, key)
);

CREATE TABLE content (
    id     INTEGER PRIMARY KEY,
    sha256 BYTEA NOT NULL UNIQUE,
    size   BIGINT NOT NULL
);

CREATE TABLE content_chunk (
    content INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    seq     INTEGER NOT NULL,
    bytes   BYTEA NOT NULL,
    PRIMARY KEY (content, seq)
);

CREATE TABLE definition (
    id   INTEGER PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE,
    xml  INTEGER NOT NULL REFERENCES content (id)
);

CREATE INDEX definition_by_xml ON definition (xml);

CREATE TABLE definition_file (
    definition INTEGER NOT NULL REFERENCES definition (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    content    INTEGER NOT NULL REFERENCES content (id),
    size       BIGINT NOT NULL,
    PRIMARY KEY (definition, name)
);

CREATE INDEX definition_file_by_content ON definition_file (content);

CREATE TABLE layer (
    id         INTEGER PRIMARY KEY,
    component  INTEGER NOT NULL REFERENCES component (id) ON DELETE CASCADE,
    owner      INTEGER NOT NULL REFERENCES solution (id) ON DELETE CASCADE,
    definition INTEGER REFERENCES definition (id),
    UNIQUE (component, owner)
);

CREATE INDEX layer_by_owner ON layer (owner);
CREATE INDEX layer_by_definition ON layer (definition);

-- Of a layer, not of a definition: two components may have the same definition (an empty ribbon) and other dependencies.
CREATE TABLE reference (
    layer       INTEGER NOT NULL REFERENCES layer (id) ON DELETE CASCADE,
    target_type TEXT NOT NULL,
    target_key  TEXT NOT NULL
);

CREATE INDEX reference_by_layer ON reference (layer);

CREATE TABLE solution_component (
    solution  INTEGER NOT NULL REFERENCES solution (id) ON DELETE CASCADE,
    component INTEGER NOT NULL REFERENCES component (id) ON DELETE CASCADE,
    behavior  TEXT NOT NULL,
    PRIMARY KEY (solution, component)
);

CREATE INDEX solution_component_by_component ON solution_component (component);

CREATE TABLE import_job (
    id           INTEGER PRIMARY KEY,
    guid         TEXT NOT NULL UNIQUE,
    goal         TEXT NOT NULL,
    operation    TEXT NOT NULL,
    solution     TEXT NOT NULL,
    version      TEXT NOT NULL,
    package_file TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    options      TEXT NOT NULL,
    started      TEXT NOT NULL,
    completed    TEXT,
    progress     DOUBLE PRECISION NOT NULL,
    outcome      TEXT NOT NULL,
    errors       TEXT NOT NULL,
    state        TEXT NOT NULL
);

CREATE TABLE import_job_component (
    job    INTEGER NOT NULL REFERENCES import_job (id) ON DELETE CASCADE,
    seq    INTEGER NOT NULL,
    type   TEXT NOT NULL,
    key    TEXT NOT NULL,
    change TEXT NOT NULL,
    status TEXT NOT NULL,
    code   TEXT NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (job, seq)
);

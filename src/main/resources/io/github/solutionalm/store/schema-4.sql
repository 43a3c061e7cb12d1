-- What was captured of an environment elsewhere, and how far anybody looked there. One that was never captured has no row of these.

-- One row at most.
CREATE TABLE origin (
    id               INTEGER PRIMARY KEY,
    url              TEXT NOT NULL,
    organization_id  TEXT NOT NULL,
    platform_version TEXT NOT NULL,
    taken_at         TEXT NOT NULL
);

-- The id by which the captured environment knows it: another name of what is known by name.
ALTER TABLE component ADD COLUMN object_id TEXT;

CREATE INDEX component_by_object_id ON component (type, object_id);

-- Who uses a component, as far as the environment says: not by which layer. By key, since what is used may go and come again.
CREATE TABLE dependency (
    required_type  TEXT NOT NULL,
    required_key   TEXT NOT NULL,
    dependent_type TEXT NOT NULL,
    dependent_key  TEXT NOT NULL,
    PRIMARY KEY (required_type, required_key, dependent_type, dependent_key)
);

-- What the environment was asked, by kind: whole types by name, tables of which all parts are known, components by key.
CREATE TABLE look (
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    key  TEXT NOT NULL,
    PRIMARY KEY (kind, type, key)
);

CREATE TABLE data_at_risk (
    type      TEXT NOT NULL,
    key       TEXT NOT NULL,
    what      TEXT NOT NULL,
    count     BIGINT,
    exactness TEXT NOT NULL,
    PRIMARY KEY (type, key)
);

-- The looks that failed or were left out.
CREATE TABLE gap (
    seq  INTEGER PRIMARY KEY,
    what TEXT NOT NULL,
    why  TEXT NOT NULL
);

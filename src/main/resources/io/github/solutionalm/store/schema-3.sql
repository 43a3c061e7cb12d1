-- Who refers to a component, and what is a part of it, is asked for tens of thousands at once.
CREATE INDEX reference_by_target ON reference (target_type, target_key);
CREATE INDEX component_by_parent ON component (parent_type, parent_key);

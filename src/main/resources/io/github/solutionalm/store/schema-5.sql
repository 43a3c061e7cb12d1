-- The hash of a definition no longer counts in which version a component came first: all definitions are to be read again.
INSERT INTO unread_layer (layer)
SELECT id FROM layer WHERE definition IS NOT NULL AND id NOT IN (SELECT layer FROM unread_layer);

package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.model.ComponentKey;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a component from its folder.
 *
 * @param key key to use when the XML bears none
 * @param parent the component whose folder encloses it
 * @param files the other files of the folder
 */
record FolderComponent(String key, Optional<ComponentKey> parent, List<Entry> files) {}

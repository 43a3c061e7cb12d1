package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of an archive that passed: names normalised and unique, declared sizes within the limits. */
final class Contents {

    private final Map<String, Slot> slots = new LinkedHashMap<>();

    private record Slot(Entry entry, Member member) {}

    private Contents() {}

    static Contents of(String archive, Collection<Member> members, ArchiveLimits limits) throws ArchiveException {
        limits.checkEntries(archive, members.size());
        Contents contents = new Contents();
        long total = 0;
        for (Member member : members) {
            String name = name(archive, member);
            if (EntryName.isDirectory(member.rawName())) {
                continue;
            }
            limits.checkEntry(name + " in " + archive, member.size(), member.packedSize());
            total += member.size(); // can't overflow: each is checked, and there are not more than 2^31
            limits.checkTotal(archive, total);
            contents.add(archive, new Slot(new Entry(name, member.size()), member));
        }
        contents.refuseFilesThatAreDirectories(archive);
        return contents;
    }

    List<Entry> entries() {
        return slots.values().stream().map(Slot::entry).toList();
    }

    Optional<Entry> find(String name) {
        try {
            return Optional.ofNullable(slots.get(EntryName.key(EntryName.of(name))))
                    .map(Slot::entry);
        } catch (Corrupt impossibleName) {
            return Optional.empty();
        }
    }

    Member member(Entry entry) {
        Slot slot = slots.get(EntryName.key(entry.name()));
        if (slot == null || !slot.entry.equals(entry)) {
            throw new IllegalArgumentException("Not an entry of this archive: " + entry);
        }
        return slot.member;
    }

    private static String name(String archive, Member member) throws Corrupt {
        try {
            return EntryName.of(member.rawName());
        } catch (Corrupt e) {
            throw new Corrupt(String.format(Locale.ROOT, "%s is damaged or hostile: %s", archive, e.getMessage()));
        }
    }

    private void add(String archive, Slot slot) throws Corrupt {
        Slot earlier = slots.putIfAbsent(EntryName.key(slot.entry.name()), slot);
        if (earlier != null) {
            throw new Corrupt(String.format(
                    Locale.ROOT,
                    "%s is damaged or hostile: it has two entries \"%s\" and \"%s\"",
                    archive,
                    earlier.entry.name(),
                    slot.entry.name()));
        }
    }

    /** "a" and "a/b" can't both be files. */
    private void refuseFilesThatAreDirectories(String archive) throws Corrupt {
        Set<String> seen = new HashSet<>();
        for (String key : slots.keySet()) {
            int slash = key.lastIndexOf('/');
            while (slash > 0 && seen.add(key.substring(0, slash))) {
                String parent = key.substring(0, slash);
                if (slots.containsKey(parent)) {
                    throw new Corrupt(String.format(
                            Locale.ROOT,
                            "%s is damaged or hostile: \"%s\" is both a file and a folder",
                            archive,
                            slots.get(parent).entry.name()));
                }
                slash = key.lastIndexOf('/', slash - 1);
            }
        }
    }
}

package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

    /** "a" and "a/b" can't both be files: in an order where nothing stands between "a" and "a/", they are neighbours. */
    private void refuseFilesThatAreDirectories(String archive) throws Corrupt {
        List<String> keys = new ArrayList<>(slots.keySet());
        keys.sort(Comparator.comparing(key -> key.replace('/', '\0')));
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i).startsWith(keys.get(i - 1) + "/")) {
                throw new Corrupt(String.format(
                        Locale.ROOT,
                        "%s is damaged or hostile: \"%s\" is both a file and a folder",
                        archive,
                        slots.get(keys.get(i - 1)).entry.name()));
            }
        }
    }

    /**
     * A file or directory as the archive's own tables have it, before anything of it is trusted.
     *
     * @param rawName name as stored
     * @param size declared inflated size in bytes
     * @param packedSize declared compressed size in bytes
     * @param crc32 declared CRC-32 of the inflated bytes, where the format has one for each file
     * @param content opens the inflated bytes
     */
    record Member(String rawName, long size, long packedSize, OptionalLong crc32, Content content) {

        interface Content {
            InputStream open() throws IOException;
        }
    }
}

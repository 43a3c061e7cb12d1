package io.github.solutionalm.sourcetree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words: the exceptions of Java often have its path alone. */
final class FileFault {

    private FileFault() {}

    static String of(UncheckedIOException e) {
        return of(e.getCause());
    }

    static String of(IOException e) {
        if (!(e instanceof FileSystemException fault) || fault.getReason() != null) {
            return String.valueOf(e.getMessage());
        }
        return fault.getFile() + " " + what(fault);
    }

    private static String what(FileSystemException fault) {
        if (fault instanceof NoSuchFileException) {
            return "is not there, or not any more";
        }
        if (fault instanceof AccessDeniedException) {
            return "can't be read or written by this user";
        }
        if (fault instanceof DirectoryNotEmptyException) {
            return "is a folder, and a file belongs there";
        }
        return "gives a " + fault.getClass().getSimpleName();
    }
}

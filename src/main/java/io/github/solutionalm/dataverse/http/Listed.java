package io.github.solutionalm.dataverse.http;

import java.util.HashSet;
import java.util.Set;

/**
 * What a listing has taken so far, page after page. Of a listing that does not end, the deadline would tell only after a
 * quarter of an hour, and memory would be full before.
 */
final class Listed {

    /** Of one page (learn.microsoft.com/power-apps/developer/data-platform/webapi/query/page-results). */
    static final int MOST_ROWS = 5_000;
    /** Of a URL (learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors). */
    static final int LONGEST_URL = 32_768;
    /** Without a row: a table that is filtered late may give some. */
    static final int MOST_EMPTY = 100;

    private static final long MB = 1024L * 1024;

    private final long mostBytes;
    private final Set<ApiPath> pages = new HashSet<>();
    private long bytes;
    private int empty;

    Listed(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** At most a quarter of the memory that Java has here: what is kept of rows takes up to twice their length. */
    static Listed inMemory() {
        return new Listed(Runtime.getRuntime().maxMemory() / 4);
    }

    boolean has(ApiPath page) {
        return pages.contains(page);
    }

    void page(ApiPath page) {
        pages.add(page);
    }

    /** Whether there is room for a page; it is counted only once it was read to its end. */
    void check(long pageBytes, int rows, boolean more) throws UnreadableAnswer {
        if (bytes + pageBytes > mostBytes) {
            throw new UnreadableAnswer("the listing is longer than " + mostBytes / MB
                    + " MB in " + pages.size()
                    + " pages, a quarter of Java's memory (if the environment is really this large, allow more"
                    + " in MAVEN_OPTS, such as -Xmx4g)");
        }
        if (rows == 0 && more && empty >= MOST_EMPTY) {
            throw new UnreadableAnswer("the listing continues after " + MOST_EMPTY + " pages without a row");
        }
    }

    void add(long pageBytes, int rows) {
        bytes += pageBytes;
        empty += rows == 0 ? 1 : 0;
    }
}

package io.github.solutionalm.dataverse.http;

import java.util.HashSet;
import java.util.Set;

/**
 * The limit of a listing, and what was read of it so far, page after page. A listing without an end would fill the memory
 * before the deadline ends it after a quarter of an hour.
 */
final class ListingLimit {

    /** The most rows of a page (learn.microsoft.com/power-apps/developer/data-platform/webapi/query/page-results). */
    static final int MOST_ROWS = 5_000;
    /** The longest URL (learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors). */
    static final int LONGEST_URL = 32_768;
    /** The most pages without a row; a table that is filtered late may have some. */
    static final int MOST_EMPTY = 100;

    private static final long MB = 1024L * 1024;

    private final long mostBytes;
    private final Set<ApiPath> pages = new HashSet<>();
    private long bytes;
    private int empty;

    ListingLimit(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The limit for rows in memory, a quarter of Java's: what is kept of rows takes up to twice their length. */
    static ListingLimit inMemory() {
        return new ListingLimit(Runtime.getRuntime().maxMemory() / 4);
    }

    boolean has(ApiPath page) {
        return pages.contains(page);
    }

    void page(ApiPath page) {
        pages.add(page);
    }

    /** Refuses a page that is too much; a page is counted only when it was read to its end. */
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

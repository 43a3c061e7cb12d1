package io.github.solutionalm.report.platform;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times and figures as the platform writes them into log and job (docs/platform-facts.md, "The job document" and "The
 * formatted log").
 */
final class PlatformFormat {

    private static final DateTimeFormatter TIME = utc("HH:mm:ss.SS");
    private static final DateTimeFormatter MOMENT = utc("MM/dd/yyyy HH:mm:ss.SSS '(UTC) Coordinated Universal Time'");
    private static final long TICKS_PER_SECOND = 10_000_000L;
    /** 1970-01-01 in ticks since 0001-01-01. */
    private static final long EPOCH_IN_TICKS = 621_355_968_000_000_000L;

    private PlatformFormat() {}

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** {@code 11:03:33.05}. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** {@code 10/17/2023 11:03:33.356 (UTC) Coordinated Universal Time}. */
    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** .NET ticks: units of 100 ns since the year 1, UTC. */
    static String ticks(Instant instant) {
        return Long.toString(EPOCH_IN_TICKS + instant.getEpochSecond() * TICKS_PER_SECOND + instant.getNano() / 100);
    }

    /** {@code 73.08}. */
    static String percent(double progress) {
        return decimal("0.##", progress);
    }

    /** {@code 104.9}. */
    static String seconds(Duration duration) {
        return decimal("0.0", duration.toMillis() / 1000.0);
    }

    private static String decimal(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}

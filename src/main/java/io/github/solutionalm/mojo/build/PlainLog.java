package io.github.solutionalm.mojo.build;

import io.github.solutionalm.text.PlainText;
import io.github.solutionalm.text.PlainThrowable;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log with every text cleaned by {@link PlainText}: names and texts from packages and environments can't
 * forge log lines or send control sequences to a terminal or CI system.
 */
public final class PlainLog implements Log {

    private final Log log;

    private PlainLog(Log log) {
        this.log = log;
    }

    public static Log of(Log log) {
        return log instanceof PlainLog ? log : new PlainLog(log);
    }

    /**
     * Gives Azure Pipelines a command; the only one in what goals print.
     *
     * @param data what it is about, of which nothing may be a command itself
     */
    public static void azure(Log log, String command, String data) {
        Log bare = log instanceof PlainLog plain ? plain.log : log;
        bare.info("##vso[" + command + "]" + plain(data).replace("%", "%AZP25"));
    }

    private static String plain(CharSequence content) {
        return PlainText.of(String.valueOf(content));
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(plain(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(plain(content), PlainThrowable.of(error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(PlainThrowable.of(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(plain(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(plain(content), PlainThrowable.of(error));
    }

    @Override
    public void info(Throwable error) {
        log.info(PlainThrowable.of(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(plain(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(plain(content), PlainThrowable.of(error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(PlainThrowable.of(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(plain(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(plain(content), PlainThrowable.of(error));
    }

    @Override
    public void error(Throwable error) {
        log.error(PlainThrowable.of(error));
    }
}

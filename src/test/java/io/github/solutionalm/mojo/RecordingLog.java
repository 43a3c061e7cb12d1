package io.github.solutionalm.mojo;

import io.github.solutionalm.mojo.build.BaseDirectory;
import io.github.solutionalm.mojo.console.Printout;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Keeps what is logged, as a console would show it. */
public final class RecordingLog implements Log {

    private final List<String> lines = new ArrayList<>();

    public List<String> lines() {
        return lines;
    }

    public Printout printout() {
        return new Printout(this, new BaseDirectory(java.nio.file.Path.of("/builds/project")));
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(CharSequence content) {}

    @Override
    public void debug(CharSequence content, Throwable error) {}

    @Override
    public void debug(Throwable error) {}

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public void info(CharSequence content) {
        lines.add("[INFO] " + content);
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        info(content);
    }

    @Override
    public void info(Throwable error) {
        info(error.toString());
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public void warn(CharSequence content) {
        lines.add("[WARNING] " + content);
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        warn(content);
    }

    @Override
    public void warn(Throwable error) {
        warn(error.toString());
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    public void error(CharSequence content) {
        lines.add("[ERROR] " + content);
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        error(content);
    }

    @Override
    public void error(Throwable error) {
        error(error.toString());
    }
}

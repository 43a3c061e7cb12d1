package io.github.solutionalm.mojo;

import io.github.solutionalm.dataverse.RecordedLog;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.schema.WrittenJson;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Runs a goal as Maven does, with its defaults and the highest level of logging, and keeps all that it shows and throws. */
public final class GoalRun {

    private static final Map<String, Map<String, String>> DEFAULTS = defaults();

    private final String goal;
    private final Path directory;
    private final TestBuild test;
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    public GoalRun(String goal, Path directory) {
        this(goal, directory, new TestBuild(directory, true));
    }

    private GoalRun(String goal, Path directory, TestBuild test) {
        this.goal = goal;
        this.directory = directory;
        this.test = test;
    }

    /** A goal in a folder without a POM. */
    static GoalRun withoutProject(String goal, Path directory) {
        return new GoalRun(goal, directory, new TestBuild(directory, false));
    }

    /** What the POM says of the project. */
    GoalRun project(String packaging, String artifactId, String version) {
        test.project.setPackaging(packaging);
        test.project.setArtifactId(artifactId);
        test.project.setVersion(version);
        test.project.getBuild().setFinalName(artifactId + "-" + version);
        return this;
    }

    Optional<Path> mainArtifact() {
        return test.build.mainArtifact();
    }

    /** Another goal of the same build, without its parameters. */
    public GoalRun then(String other) {
        return new GoalRun(other, directory, test);
    }

    public GoalRun with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** In a build with another module. */
    GoalRun inReactor() {
        test.session.setProjects(List.of(test.project, new MavenProject()));
        return this;
    }

    /** On the command line. */
    GoalRun property(String name, String value) {
        test.request.getUserProperties().setProperty(name, value);
        return this;
    }

    GoalRun variable(String name, String value) {
        Properties variables = new Properties();
        variables.setProperty("env." + name, value);
        test.request.setSystemProperties(variables);
        return this;
    }

    GoalRun server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        test.request.addServer(server);
        return this;
    }

    /** What is shown on the console, the last lines as Maven prints an exception with {@code -e}. */
    public List<String> run() {
        try (RecordedLog libraries = new RecordedLog()) {
            try {
                AbstractMojo mojo = mojo();
                mojo.setLog(new EveryLevel());
                mojo.setPluginContext(new HashMap<>(Map.of("pluginDescriptor", TestSession.PLUGIN)));
                mojo.execute();
            } catch (Throwable e) {
                String message = String.valueOf(e.getMessage());
                // As DefaultExceptionHandler of Maven puts the messages of the causes together.
                for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                    message = message.contains(String.valueOf(cause.getMessage()))
                            ? message
                            : message + ": " + cause.getMessage();
                }
                lines.addAll(List.of(("[ERROR] Failed to execute goal " + goal + ": " + message + " -> [Help 1]")
                        .split("\r?\n", -1)));
                trace(e);
            }
            if (!libraries.text().isEmpty()) {
                lines.addAll(List.of(libraries.text().split("\n")));
            }
        }
        checkWritten();
        return lines;
    }

    /** The next goal may write the same files again. */
    private void checkWritten() {
        try {
            WrittenJson.check(directory.resolve("target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> attached() {
        return test.attached();
    }

    public boolean failed() {
        return lines.stream().anyMatch(line -> line.startsWith("[ERROR] Failed"));
    }

    private void trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        lines.addAll(List.of(trace.toString().split("\n")));
    }

    private AbstractMojo mojo() throws ReflectiveOperationException {
        StringBuilder name = new StringBuilder();
        Stream.of(goal.split("-"))
                .forEach(part -> name.append(part.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                        .append(part.substring(1)));
        Class<?> type = Class.forName(GoalRun.class.getPackageName() + "." + name + "Mojo");
        Constructor<?> constructor = type.getDeclaredConstructor(MavenBuild.class);
        constructor.setAccessible(true);
        AbstractMojo mojo = (AbstractMojo) constructor.newInstance(test.build);
        for (Class<?> some = type; some != AbstractMojo.class; some = some.getSuperclass()) {
            for (Field field : some.getDeclaredFields()) {
                field.setAccessible(true);
                if (parameters.containsKey(field.getName())) {
                    field.set(mojo, parameters.get(field.getName()));
                } else if (DEFAULTS.get(goal).containsKey(field.getName())) {
                    field.set(mojo, value(field.getType(), DEFAULTS.get(goal).get(field.getName())));
                }
            }
        }
        return mojo;
    }

    private Object value(Class<?> type, String text) {
        String value = text.replace(
                "${project.build.directory}", directory.resolve("target").toString());
        if (type == int.class) {
            return Integer.valueOf(value);
        }
        return type == boolean.class ? Boolean.valueOf(value) : type == File.class ? new File(value) : value;
    }

    private static Map<String, Map<String, String>> defaults() {
        Map<String, Map<String, String>> defaults = new HashMap<>();
        try (var in = GoalRun.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            NodeList mojos = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("mojo");
            for (int i = 0; i < mojos.getLength(); i++) {
                Element mojo = (Element) mojos.item(i);
                Map<String, String> values = new HashMap<>();
                NodeList configured =
                        mojo.getElementsByTagName("configuration").item(0).getChildNodes();
                for (int j = 0; j < configured.getLength(); j++) {
                    if (configured.item(j) instanceof Element one && one.hasAttribute("default-value")) {
                        values.put(one.getTagName(), one.getAttribute("default-value"));
                    }
                }
                defaults.put(mojo.getElementsByTagName("goal").item(0).getTextContent(), values);
            }
            return defaults;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** As Maven's own log with {@code -X}: the message as it is, then the trace. */
    private final class EveryLevel implements Log {

        private void add(String level, CharSequence content, Throwable error) {
            lines.addAll(List.of(("[" + level + "] " + content).split("\n", -1)));
            if (error != null) {
                trace(error);
            }
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public void debug(CharSequence content) {
            add("DEBUG", content, null);
        }

        @Override
        public void debug(CharSequence content, Throwable error) {
            add("DEBUG", content, error);
        }

        @Override
        public void debug(Throwable error) {
            add("DEBUG", "", error);
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public void info(CharSequence content) {
            add("INFO", content, null);
        }

        @Override
        public void info(CharSequence content, Throwable error) {
            add("INFO", content, error);
        }

        @Override
        public void info(Throwable error) {
            add("INFO", "", error);
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public void warn(CharSequence content) {
            add("WARNING", content, null);
        }

        @Override
        public void warn(CharSequence content, Throwable error) {
            add("WARNING", content, error);
        }

        @Override
        public void warn(Throwable error) {
            add("WARNING", "", error);
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        public void error(CharSequence content) {
            add("ERROR", content, null);
        }

        @Override
        public void error(CharSequence content, Throwable error) {
            add("ERROR", content, error);
        }

        @Override
        public void error(Throwable error) {
            add("ERROR", "", error);
        }
    }
}

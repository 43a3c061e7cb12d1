package io.github.solutionalm.store;

import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.sql.Driver;

/**
 * The one copy of SQLite in this JVM. Maven may load the plugin in several class loaders, and each would bring a native library of
 * its own. Two copies of SQLite must not use one file in one process: the first to close it drops the POSIX locks of the
 * other ("How To Corrupt An SQLite Database File", 2.2.1). So the first of us loads SQLite apart from the plugin and leaves it where
 * all find it: in a system property, the only place that class loaders share.
 */
final class SharedDriver {

    private static final String PROPERTY = "io.github.solutionalm.store.sqlite";
    private static final String DRIVER = "org.sqlite.JDBC";

    private SharedDriver() {}

    static Driver get() {
        // A literal is one object in the whole JVM, and so is its monitor.
        synchronized (PROPERTY.intern()) {
            if (System.getProperties().get(PROPERTY) instanceof Driver driver) {
                return driver;
            }
            Driver driver = load();
            System.getProperties().put(PROPERTY, driver);
            return driver;
        }
    }

    @SuppressWarnings("resource") // the loader lives as long as the JVM, as the native library does
    private static Driver load() {
        try {
            ClassLoader ours = SharedDriver.class.getClassLoader();
            CodeSource source =
                    Class.forName(DRIVER, false, ours).getProtectionDomain().getCodeSource();
            URLClassLoader apart = new URLClassLoader(
                    "sqlite", new URL[] {source.getLocation()}, ClassLoader.getPlatformClassLoader());
            return (Driver) apart.loadClass(DRIVER).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new StoreException("SQLite could not be loaded: " + e.getMessage(), e);
        }
    }
}

package org.slf4j.impl;

import io.github.solutionalm.dataverse.RecordedLog;
import org.slf4j.ILoggerFactory;

/** By this name SLF4J 1.7 finds what logs: in the tests, nothing but {@link RecordedLog}. */
public final class StaticLoggerBinder {

    public static final String REQUESTED_API_VERSION = "1.6.99";

    private static final StaticLoggerBinder SINGLETON = new StaticLoggerBinder();

    public static StaticLoggerBinder getSingleton() {
        return SINGLETON;
    }

    public ILoggerFactory getLoggerFactory() {
        return RecordedLog::logger;
    }

    public String getLoggerFactoryClassStr() {
        return RecordedLog.class.getName();
    }
}

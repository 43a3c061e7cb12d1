package io.github.solutionalm.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** SQLite as the store of this JVM uses it, with somebody who hears of each step before it is taken, by its number. */
final class CountedSqlite implements AutoCloseable {

    /** Where the store finds the one copy of SQLite. */
    private static final String PROPERTY = "io.github.solutionalm.store.sqlite";

    /** From the more special to the more general. */
    private static final List<Class<?>> COUNTED = List.of(Connection.class, PreparedStatement.class, Statement.class);

    private final Driver driver = (Driver) System.getProperties().get(PROPERTY);
    private final IntConsumer before;
    private final Set<String> statements = new LinkedHashSet<>();
    private int steps;

    /** The store must have been used before. */
    CountedSqlite(IntConsumer before) {
        this.before = before;
        System.getProperties().put(PROPERTY, counted(driver, Driver.class));
    }

    int steps() {
        return steps;
    }

    /** What was prepared, once each, in the order in which it was. */
    Set<String> statements() {
        return statements;
    }

    private Object counted(Object target, Class<?> type) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (isStep(target, method.getName())) {
                before.accept(++steps);
            }
            if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
            }
            try {
                Object result = method.invoke(target, arguments);
                return COUNTED.stream()
                        .filter(each -> each == method.getReturnType() && each.isInstance(result))
                        .findFirst()
                        .map(each -> counted(result, each))
                        .orElse(result);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return Proxy.newProxyInstance(CountedSqlite.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** The last connection to be closed merges the journal. */
    private static boolean isStep(Object target, String method) {
        return method.startsWith("execute")
                || target instanceof Connection && (method.equals("commit") || method.equals("close"));
    }

    @Override
    public void close() {
        System.getProperties().put(PROPERTY, driver);
    }
}

package io.github.solutionalm;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of an import with one of them set otherwise: an option that somebody adds is among them. */
public final class OtherOptions {

    private OtherOptions() {}

    /** For each option, by its name, the given ones with another value of it. */
    public static Map<String, ImportOptions> than(ImportOptions options) throws ReflectiveOperationException {
        RecordComponent[] all = ImportOptions.class.getRecordComponents();
        Object[] values = new Object[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = all[i].getAccessor().invoke(options);
        }
        Map<String, ImportOptions> others = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i++) {
            Object[] changed = values.clone();
            changed[i] = other(values[i]);
            others.put(all[i].getName(), with(all, changed));
        }
        return others;
    }

    private static ImportOptions with(RecordComponent[] all, Object[] values) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return ImportOptions.class.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object other(Object value) {
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Enum<?> constant) {
            Object[] constants = constant.getDeclaringClass().getEnumConstants();
            return constants[(constant.ordinal() + 1) % constants.length];
        }
        if (value instanceof Duration duration) {
            return duration.plusSeconds(1);
        }
        if (value instanceof PlanGates) {
            return new PlanGates(true, List.of("Attribute:*"), true, false, false);
        }
        throw new IllegalArgumentException("An option of a new kind; say here which other value it may have: " + value);
    }
}

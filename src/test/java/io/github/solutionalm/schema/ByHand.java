package io.github.solutionalm.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a class whose tests themselves write damaged files of the goals, so that {@link WrittenJson} can't look. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ByHand {

    /** Which files. */
    String value();
}

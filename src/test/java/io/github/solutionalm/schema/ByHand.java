package io.github.solutionalm.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a test, or all of a class, that itself writes damaged or incomplete files of the goals, at which {@link WrittenJson} does not look therefore. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ByHand {

    /** Which files. */
    String value();
}

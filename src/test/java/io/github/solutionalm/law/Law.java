package io.github.solutionalm.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that holds whatever its {@link Choices}, its only parameter, are. It is tried with extreme ones first, then with random
 * ones, other in each run; {@code -Dlaw.seed=...} makes it the same run again. If it fails, the fewest and least choices that
 * make it fail are looked for.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(LawExtension.class)
public @interface Law {

    /** How many cases, besides the extreme ones. */
    int tries();
}

package coop.laborfund.ledger.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that takes a {@link Randomly} and is run with several seeds. Each seed stands in the test's name, and a failure says
 * how to repeat it: with {@code -Dlaborfund.seed=…} the test is run with that seed alone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(Seeds.class)
public @interface Seeded {

    int times() default 10;
}

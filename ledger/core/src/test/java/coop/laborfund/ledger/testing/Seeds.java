package coop.laborfund.ledger.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link Seeded} test with the seed asked for, or with some drawn anew. */
final class Seeds implements TestTemplateInvocationContextProvider {

    private static final String PROPERTY = "laborfund.seed";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Seeded.class);
    }

    @Override
    public Stream<? extends TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        int times = context.getRequiredTestMethod().getAnnotation(Seeded.class).times();
        Long asked = Long.getLong(PROPERTY);
        List<Long> seeds = asked == null
                ? new Random().longs(times, 0, Integer.MAX_VALUE).boxed().toList()
                : List.of(asked);
        // Surefire shows no display names: without this line a green run would not say what it tried.
        System.out.println(
                context.getRequiredTestClass().getSimpleName() + " " + context.getDisplayName() + ", seeds " + seeds);
        return seeds.stream().map(Run::new);
    }

    /** One run with one seed. */
    private record Run(long seed)
            implements TestTemplateInvocationContext, ParameterResolver, TestExecutionExceptionHandler {

        @Override
        public String getDisplayName(int index) {
            return "-D" + PROPERTY + "=" + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Randomly.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new Randomly(seed);
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
            throw new AssertionError("repeat with -D" + PROPERTY + "=" + seed + "\n" + failure.getMessage(), failure);
        }
    }
}

package io.github.solutionalm.law;

import java.lang.reflect.Method;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Carries out a {@link Law}: one test, named after its seed, that is tried many times. */
final class LawExtension implements TestTemplateInvocationContextProvider {

    private static final String SEED = "law.seed";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Law law = AnnotationSupport.findAnnotation(context.getTestMethod(), Law.class)
                .orElseThrow();
        return Stream.of(new Run(new Tries(seed(), law.tries())));
    }

    private static long seed() {
        String wanted = System.getProperty(SEED, "");
        return wanted.isEmpty() ? new SplittableRandom().nextLong() : Long.parseLong(wanted);
    }

    /** One run of a law. */
    private record Run(Tries tries) implements TestTemplateInvocationContext, InvocationInterceptor, ParameterResolver {

        @Override
        public String getDisplayName(int number) {
            return tries.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Choices.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Choices.least();
        }

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> once, ReflectiveInvocationContext<Method> test, ExtensionContext context) {
            once.skip();
            Object instance = test.getTarget().orElse(null);
            tries.of(choices -> ReflectionSupport.invokeMethod(test.getExecutable(), instance, choices));
        }
    }
}

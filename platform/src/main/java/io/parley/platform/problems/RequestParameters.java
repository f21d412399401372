package io.parley.platform.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** Parameters of requests that break a constraint of the endpoint's method: those in the path, in the query and in headers. */
final class RequestParameters {

    private RequestParameters() {}

    /** The name of the one that a violation is about; nothing if it is about the body. */
    static Optional<String> named(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        Path.Node method = path.next();
        Path.Node parameter = path.hasNext() ? path.next() : method;
        return method.getKind() == ElementKind.METHOD
                        && parameter.getKind() == ElementKind.PARAMETER
                        && isOutsideTheBody(
                                violation.getRootBeanClass(),
                                method.as(Path.MethodNode.class),
                                parameter.as(Path.ParameterNode.class))
                ? Optional.of(parameter.getName())
                : Optional.empty();
    }

    /** The bean may be of a class that was made of the endpoint's, without its annotations. */
    private static boolean isOutsideTheBody(Class<?> bean, Path.MethodNode method, Path.ParameterNode parameter) {
        Class<?>[] types = method.getParameterTypes().toArray(Class[]::new);
        return Stream.<Class<?>>iterate(bean, each -> each != null, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each ->
                        each.getName().equals(method.getName()) && Arrays.equals(each.getParameterTypes(), types))
                .flatMap(each -> annotations(each, parameter.getParameterIndex()))
                .anyMatch(RequestParameters::isOfRequest);
    }

    private static Stream<Annotation> annotations(Method method, int parameter) {
        return Arrays.stream(method.getParameterAnnotations()[parameter]);
    }

    private static boolean isOfRequest(Annotation annotation) {
        String origin = annotation.annotationType().getPackageName();
        return origin.equals("org.jboss.resteasy.reactive") || origin.equals("jakarta.ws.rs");
    }
}

package io.parley.platform.problems;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is wrong with input that should become a record, told without names of Java. */
public final class InputMistakes {

    private InputMistakes() {}

    /** A value that does not fit where it stands. */
    public static FieldError of(JsonMappingException misfit) {
        String field = misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
        return new FieldError(field, withoutJavaTypes(misfit.getOriginalMessage()));
    }

    /** A value that breaks a constraint of the object that was looked at. */
    public static FieldError of(ConstraintViolation<?> violation) {
        return of(violation, 0);
    }

    /** @param above steps of the violation's path that lead to the input */
    static FieldError of(ConstraintViolation<?> violation, int above) {
        String field = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(above)
                .flatMap(InputMistakes::steps)
                .collect(Collectors.joining("/", "/", ""));
        return new FieldError(field, violation.getMessage());
    }

    /** A node says where in its list or map it stands; an element that is no object has no name beside that. */
    private static Stream<String> steps(Path.Node node) {
        Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
        Stream<String> name =
                node.getKind() == ElementKind.CONTAINER_ELEMENT ? Stream.empty() : Stream.ofNullable(node.getName());
        return Stream.concat(Stream.ofNullable(place).map(Object::toString), name);
    }

    private static String withoutJavaTypes(String message) {
        return message.replaceAll("`?(?:[a-z0-9_]+\\.)+[A-Z][A-Za-z0-9_$.]*(?:\\[\\])?`?", "the expected type");
    }
}

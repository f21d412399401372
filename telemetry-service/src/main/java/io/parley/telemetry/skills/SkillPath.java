package io.parley.telemetry.skills;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The path of a skill, such as {@code weather.forecast}: names with dots between them, each of letters, digits and
 * {@code _ - :}, together at most 200 characters.
 */
@Pattern(regexp = "[\\p{L}\\p{N}_:-]+(\\.[\\p{L}\\p{N}_:-]+)*")
@Size(max = 200) @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface SkillPath {

    String message() default
            "must be names of letters, digits and _ - : with dots between them, at most 200 characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

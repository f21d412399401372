package io.parley.local;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.validation.Validation;
import jakarta.validation.Validator;

/** Looks at the constraints of what it is given, and only then: Quarkus' own would look at those of all services at the start. */
@Dependent
final class Constraints {

    @Produces
    @ApplicationScoped
    Validator validator() {
        return Validation.buildDefaultValidatorFactory().getValidator();
    }
}

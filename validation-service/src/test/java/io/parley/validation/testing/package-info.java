/** What tests of validation-service share: checked assertions, scored executions, people who use the API. */
@NullMarked
package io.parley.validation.testing;

import org.jspecify.annotations.NullMarked;

/** What tests of validation-service share: people who use its API, and scored executions. */
@NullMarked
package io.parley.validation.testing;

import org.jspecify.annotations.NullMarked;

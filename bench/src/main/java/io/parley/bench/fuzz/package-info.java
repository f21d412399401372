/**
 * Sends the API what nobody would send on purpose: requests made from its own description and then spoilt. Whatever comes, the
 * answer has to be of this API.
 */
@NullMarked
package io.parley.bench.fuzz;

import org.jspecify.annotations.NullMarked;

/** Assistants under test as small HTTP servers: one that remembers and tells secrets, and some that misbehave. */
@NullMarked
package io.parley.e2e.target;

import org.jspecify.annotations.NullMarked;

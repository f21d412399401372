/**
 * What people write in suites and machines evaluate: regular expressions, JSONPaths and JSON Schemas. Each is compiled
 * when a suite is imported, and again where it is evaluated, by the same class, so that what was accepted can be
 * evaluated; and every evaluation has a bound, because neither the suites nor the answers of targets are trusted.
 *
 * <p>A service that uses this package depends on re2j, json-path or json-schema-validator itself.
 */
@NullMarked
package io.parley.platform.expressions;

import org.jspecify.annotations.NullMarked;

/**
 * Templates of suites and targets: the part of Nunjucks that suites use, parsed once, rendered often, bounded in steps
 * and length, so that no template can hold up an event loop.
 *
 * <p>{@code {{ }}} with dotted paths, indexes, filters, comparisons, arithmetic, {@code ~}, {@code in}, {@code is
 * defined} and {@code a if b else c}; {@code {% if %}}, {@code {% for %}}, {@code {% set %}}, {@code {% raw %}},
 * {@code {# #}} and {@code -} for trimming. What is undefined or null renders empty. Differs from Nunjucks in one
 * thing: a map renders as JSON and not as {@code [object Object]}.
 */
@NullMarked
package io.parley.worker.templates;

import org.jspecify.annotations.NullMarked;

/** Pages of lists that are in the order of time, the latest first. */
@NullMarked
package io.parley.telemetry.pages;

import org.jspecify.annotations.NullMarked;

/** Request ids. */
@NullMarked
package io.parley.platform.requests;

import org.jspecify.annotations.NullMarked;

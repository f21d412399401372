/** What a failed request looks like, in every service: RFC 9457 problem details. */
@NullMarked
package io.parley.platform.problems;

import org.jspecify.annotations.NullMarked;

/** One description of everything the services offer. */
@NullMarked
package io.parley.gateway.openapi;

import org.jspecify.annotations.NullMarked;

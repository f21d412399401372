/** Where requests on behalf of users may go: names are resolved and checked here before anything connects to them. */
@NullMarked
package io.parley.platform.addresses;

import org.jspecify.annotations.NullMarked;

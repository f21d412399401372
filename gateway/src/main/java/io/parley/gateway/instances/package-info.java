/** Which instance of a service is asked, and which is left alone for now. */
@NullMarked
package io.parley.gateway.instances;

import org.jspecify.annotations.NullMarked;

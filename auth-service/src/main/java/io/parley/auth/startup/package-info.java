/** What has to be there before the service takes requests. */
@NullMarked
package io.parley.auth.startup;

import org.jspecify.annotations.NullMarked;

/** What an operator may set, checked before anything starts. */
@NullMarked
package io.parley.platform.settings;

import org.jspecify.annotations.NullMarked;

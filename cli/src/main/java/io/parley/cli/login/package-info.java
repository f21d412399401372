/** Where the platform is, and who asks it. */
@NullMarked
package io.parley.cli.login;

import org.jspecify.annotations.NullMarked;

/** JSON that is passed on as the text it is. */
@NullMarked
package io.parley.platform.rawjson;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.parley.database;

import org.jspecify.annotations.NullMarked;

/** The schema of every service, and the one-shot program that brings a database to it. */
@NullMarked
package io.parley.database;

import org.jspecify.annotations.NullMarked;

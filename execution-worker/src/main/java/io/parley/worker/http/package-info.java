/**
 * Talks to targets over HTTP: renders the request of a turn, sends it to an address it has checked, tries again where
 * that can help, and takes the answer out of the response without ever holding more than a megabyte of it.
 */
@NullMarked
package io.parley.worker.http;

import org.jspecify.annotations.NullMarked;

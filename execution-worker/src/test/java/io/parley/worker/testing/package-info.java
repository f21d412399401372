/** What the worker's tests share: targets on real sockets, requests as run-service makes them. */
@NullMarked
package io.parley.worker.testing;

import org.jspecify.annotations.NullMarked;

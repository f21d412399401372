/** What every format of another tool has in common: the files that come in, the suites that go out. */
@NullMarked
package io.parley.run.foreign;

import org.jspecify.annotations.NullMarked;

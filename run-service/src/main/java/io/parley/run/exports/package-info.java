/** The results of runs as files for other tools: JUnit XML, JSON, CSV and Markdown. */
@NullMarked
package io.parley.run.exports;

import org.jspecify.annotations.NullMarked;

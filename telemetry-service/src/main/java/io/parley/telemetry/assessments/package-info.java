/** What the evidence says about learners and assistant versions: profiles, comparisons, groups, and the fit of parameters. */
@NullMarked
package io.parley.telemetry.assessments;

import org.jspecify.annotations.NullMarked;

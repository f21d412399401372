/** What a workspace owes the people whose data it has: everything about one of them given out, or erased with a receipt. */
@NullMarked
package io.parley.telemetry.privacy;

import org.jspecify.annotations.NullMarked;

package io.parley.telemetry.intake;

import java.util.List;

/**
 * What became of the events of a request. Accepted ones are safe with the broker and will be stored once, also when
 * they are sent again; rejected ones will be rejected again.
 *
 * @param errors why events were rejected, by index; of a stream the first 1,000 reasons
 */
record Receipt(int accepted, int rejected, List<ItemError> errors) {}

/**
 * What travels between the services: events as records, their routing keys, the queues that take them, and the ids in
 * them. Within a version of a routing key only optional components are added; a golden JSON file pins every event.
 */
@NullMarked
package io.parley.contracts;

import org.jspecify.annotations.NullMarked;

package io.parley.worker.dialogues;

import io.parley.contracts.RunId;
import io.parley.worker.eventloops.Deadline;
import io.parley.worker.grants.Slot;
import io.parley.worker.secrets.Secrets;

/**
 * What a conversation begins with.
 *
 * @param run that the conversation is part of
 * @param conversation the id under which the target knows it
 * @param slot the conversation's place at the target
 * @param deadline of the conversation; waiting for the target's rate does not count
 * @param secrets of the target
 */
public record Opening(RunId run, String conversation, Slot slot, Deadline deadline, Secrets secrets) {}

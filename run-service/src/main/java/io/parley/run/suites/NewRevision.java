package io.parley.run.suites;

import io.parley.contracts.SuiteId;
import io.parley.contracts.WorkspaceId;
import java.util.UUID;

/** A revision that is to be stored. */
record NewRevision(WorkspaceId workspaceId, SuiteId suiteId, int number, UUID createdBy, SuiteFile file) {}

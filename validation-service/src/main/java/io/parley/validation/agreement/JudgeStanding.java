package io.parley.validation.agreement;

import io.parley.contracts.WorkspaceId;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Which judges agree too little with people to be believed. It usually costs no query, so it can be asked for every execution. */
public interface JudgeStanding {

    /** The judges of the workspace below its floor: with enough labels, and a kappa less than the floor. */
    Uni<Set<Judge>> belowFloor(WorkspaceId workspace);
}

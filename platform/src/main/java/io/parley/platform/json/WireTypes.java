package io.parley.platform.json;

import io.parley.contracts.AssertionResult;
import io.parley.contracts.Capture;
import io.parley.contracts.ChatTarget;
import io.parley.contracts.Checks;
import io.parley.contracts.Conversation;
import io.parley.contracts.Counts;
import io.parley.contracts.EchoTarget;
import io.parley.contracts.Evidence;
import io.parley.contracts.Exchange;
import io.parley.contracts.ExecutionAssessed;
import io.parley.contracts.ExecutionCompleted;
import io.parley.contracts.ExecutionId;
import io.parley.contracts.ExecutionRequested;
import io.parley.contracts.ExecutionReviewed;
import io.parley.contracts.ExecutionValidated;
import io.parley.contracts.Failure;
import io.parley.contracts.HoundifyTarget;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.JudgementDeferred;
import io.parley.contracts.JudgementRequested;
import io.parley.contracts.Limits;
import io.parley.contracts.LiveTurn;
import io.parley.contracts.Login;
import io.parley.contracts.RecordedTarget;
import io.parley.contracts.Reported;
import io.parley.contracts.ReviewId;
import io.parley.contracts.RunCancelled;
import io.parley.contracts.RunCompleted;
import io.parley.contracts.RunId;
import io.parley.contracts.SimulatedUser;
import io.parley.contracts.Simulation;
import io.parley.contracts.SubprocessTarget;
import io.parley.contracts.SuiteId;
import io.parley.contracts.TargetId;
import io.parley.contracts.TelemetryEvent;
import io.parley.contracts.TelemetryReceived;
import io.parley.contracts.TokenPrices;
import io.parley.contracts.Tool;
import io.parley.contracts.Transcript;
import io.parley.contracts.Turn;
import io.parley.contracts.UserId;
import io.parley.contracts.WebSocketTarget;
import io.parley.contracts.WorkspaceId;
import io.parley.platform.problems.FieldError;
import io.parley.platform.problems.ProblemBody;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a native image has to know of the records that only Jackson looks into. */
@RegisterForReflection(
        targets = {
            AssertionResult.class,
            Capture.class,
            ChatTarget.class,
            Checks.class,
            Conversation.class,
            Counts.class,
            EchoTarget.class,
            Evidence.class,
            Exchange.class,
            Exchange.Paid.class,
            ExecutionAssessed.class,
            ExecutionCompleted.class,
            ExecutionId.class,
            ExecutionRequested.class,
            ExecutionReviewed.class,
            ExecutionValidated.class,
            Failure.class,
            FieldError.class,
            HoundifyTarget.class,
            HttpTarget.class,
            JudgementDeferred.class,
            JudgementRequested.class,
            Limits.class,
            LiveTurn.class,
            Login.class,
            ProblemBody.class,
            RecordedTarget.class,
            Reported.Intent.class,
            Reported.ToolCall.class,
            Reported.Usage.class,
            Reported.class,
            ReviewId.class,
            RunCancelled.class,
            RunCompleted.class,
            RunId.class,
            SimulatedUser.class,
            Simulation.class,
            SubprocessTarget.class,
            SuiteId.class,
            TargetId.class,
            TelemetryEvent.class,
            TelemetryReceived.class,
            TokenPrices.class,
            Tool.class,
            Transcript.class,
            Turn.class,
            UserId.class,
            WebSocketTarget.End.class,
            WebSocketTarget.class,
            WorkspaceId.class
        })
final class WireTypes {

    private WireTypes() {}
}

package io.parley.local.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.contracts.Conversation;
import io.parley.contracts.ExecutionId;
import io.parley.platform.ids.Ids;
import io.parley.run.runs.CaseChoice;
import io.parley.run.runs.StartRun;
import io.parley.run.suites.Case;
import io.parley.run.suites.SuiteFile;
import java.util.ArrayList;
import java.util.List;

/** The executions that a suite comes to. */
final class ExpandedSuite {

    private final ObjectMapper json;
    private final List<LocalExecution> executions = new ArrayList<>();
    private int position;

    private ExpandedSuite(ObjectMapper json) {
        this.json = json;
    }

    /** In the order of the suite; if no case is among those that are wanted, a 422 that says so. */
    static List<LocalExecution> of(SuiteFile suite, StartRun start, ObjectMapper json) {
        ExpandedSuite expanded = new ExpandedSuite(json);
        suite.cases().forEach(each -> expanded.add(each, start));
        if (expanded.executions.isEmpty()) {
            throw start.choice().nothingChosen();
        }
        return List.copyOf(expanded.executions);
    }

    private void add(Case each, StartRun start) {
        CaseChoice choice = start.choice();
        Conversation conversation = conversation(each);
        if (choice.suits(conversation.name(), conversation.tags())) {
            int times = start.repeat() == null ? each.repeat() : start.repeat();
            for (int repeat = 1; repeat <= times; repeat++) {
                executions.add(new LocalExecution(new ExecutionId(Ids.next()), position, repeat, conversation));
            }
        }
        position++;
    }

    private Conversation conversation(Case each) {
        try {
            return json.readValue(each.conversation(), Conversation.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a case that is no conversation", impossible);
        }
    }
}

package io.parley.platform.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.FailFastAssertionException;
import com.networknt.schema.Schema;
import java.util.Locale;
import java.util.Optional;

/**
 * One evaluation of a schema, every keyword counted: references can make a small schema run for ever, or as deep as the
 * stack. Ends at the first error, because a schema can have millions.
 */
final class CountedEvaluation extends ExecutionContext {

    private static final int STEPS_OF_A_KEYWORD = 50;

    /** With unevaluatedProperties or unevaluatedItems the library remembers every keyword, which fills the memory. */
    private static final int STEPS_OF_A_REMEMBERED_KEYWORD = 500;

    /** Enough for three keywords on each of 200 levels, within a stack of 512 KiB. */
    private static final int DEEPEST = 600;

    private static final ExecutionConfig UP_TO_THE_FIRST_ERROR =
            ExecutionConfig.builder().locale(Locale.ROOT).failFast(true).build();

    private final Effort effort;
    private int depth;

    private CountedEvaluation(Effort effort) {
        super(UP_TO_THE_FIRST_ERROR);
        this.effort = effort;
    }

    static Optional<Error> firstError(Schema schema, JsonNode document, Effort effort) {
        CountedEvaluation evaluation = new CountedEvaluation(effort);
        try {
            schema.validate(evaluation, document);
            return evaluation.getErrors().stream().findFirst();
        } catch (FailFastAssertionException first) {
            return Optional.of(first.getError());
        } catch (StackOverflowError tooDeep) {
            throw new TooCostly();
        }
    }

    @Override
    public void evaluationPathAddLast(String keyword) {
        descend();
        super.evaluationPathAddLast(keyword);
    }

    @Override
    public void evaluationPathAddLast(int index) {
        descend();
        super.evaluationPathAddLast(index);
    }

    @Override
    public void evaluationPathRemoveLast() {
        depth--;
        super.evaluationPathRemoveLast();
    }

    private void descend() {
        depth++;
        if (depth > DEEPEST) {
            throw new TooCostly();
        }
        effort.spend(remembers() ? STEPS_OF_A_REMEMBERED_KEYWORD : STEPS_OF_A_KEYWORD);
    }

    private boolean remembers() {
        return isUnevaluatedPropertiesPresent() || isUnevaluatedItemsPresent();
    }
}

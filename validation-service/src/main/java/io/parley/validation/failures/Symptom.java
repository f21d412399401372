package io.parley.validation.failures;

import io.parley.contracts.Verdict;
import io.parley.validation.meaning.Meaning;
import io.parley.validation.meaning.MeaningOf;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What failures of one cause have in common, in words: the reason without what it quotes, and the answer, both without their
 * numbers.
 *
 * @param reason the assertion's type and its reason
 * @param answer empty where the reason quotes nothing: then what was said is not the matter
 */
record Symptom(Verdict verdict, String reason, String answer) {

    /** What was said tells more of a cause than which assertion noticed it. */
    private static final int ANSWERS = 2;

    static Symptom of(Failure failure) {
        boolean quotes = failure.reason().indexOf('"') >= 0;
        String reason = quotes ? withoutQuotes(failure.reason()) : failure.reason();
        return new Symptom(
                failure.verdict(),
                withoutNumbers(failure.type() + ": " + reason),
                quotes ? withoutNumbers(failure.answer()).strip() : "");
    }

    /** What must be known of the meaning of its texts. */
    Stream<MeaningOf> needs() {
        return Stream.of(reason, answer).filter(text -> !text.isBlank()).map(MeaningOf::new);
    }

    /** Where it points, from what its texts mean. */
    Meaning meaning(Function<MeaningOf, Meaning> meanings) {
        Meaning ofReason = meanings.apply(new MeaningOf(reason));
        if (answer.isBlank()) {
            return ofReason;
        }
        Meaning ofAnswer = meanings.apply(new MeaningOf(answer));
        return Meaning.mean(
                Stream.concat(
                                Stream.of(ofReason),
                                Stream.generate(() -> ofAnswer).limit(ANSWERS))
                        .toList(),
                true);
    }

    /** From the first quotation mark to the last: what is quoted has marks of its own. */
    private static String withoutQuotes(String reason) {
        return reason.substring(0, reason.indexOf('"')) + "…" + reason.substring(reason.lastIndexOf('"') + 1);
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("\\d+(?:[.,:]\\d+)*", "0");
    }
}

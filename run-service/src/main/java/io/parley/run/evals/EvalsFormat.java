package io.parley.run.evals;

import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.Format;
import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import io.parley.run.rows.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of OpenAI evals. A registry file makes one suite of each eval in it; samples that no registry file speaks of are scored by
 * the eval {@code match}, each file a suite.
 */
@Singleton
final class EvalsFormat implements Format {

    private static final int MOST_EVALS = 100;
    private static final int MOST_SAMPLES = 20_000;

    /** What a suite file may have. */
    private static final long MOST_CHARACTERS = 10 << 20;

    @Override
    public String name() {
        return "openai-evals";
    }

    @Override
    public boolean recognises(SourceFiles files) {
        return !Registry.read(files, new Mistakes()).isEmpty()
                || Samples.files(files).stream().anyMatch(file -> Samples.areIn(file, files));
    }

    @Override
    public List<ForeignSuite> read(SourceFiles files) {
        Mistakes mistakes = new Mistakes();
        List<Eval> evals = Registry.read(files, mistakes);
        List<Eval> all = evals.isEmpty() ? Registry.unregistered(files) : evals;
        List<ForeignSuite> suites = suites(all, files, mistakes);
        mistakes.refuse();
        return suites;
    }

    private static List<ForeignSuite> suites(List<Eval> evals, SourceFiles files, Mistakes mistakes) {
        List<ForeignSuite> suites = new ArrayList<>();
        int count = 0;
        long characters = 0;
        for (Eval eval : evals) {
            EvalSuite suite = new EvalSuite(eval, files, mistakes);
            List<Row> samples = suite.samples();
            count += samples.size();
            if (count > MOST_SAMPLES || suites.size() == MOST_EVALS) {
                mistakes.add(
                        eval.file(),
                        eval.line(),
                        "%s is more, with what is before it, than %d evals or %d samples; import fewer at a time"
                                .formatted(eval.id(), MOST_EVALS, MOST_SAMPLES));
                return suites;
            }
            ForeignSuite written = suite.suite(samples, MOST_CHARACTERS - characters);
            characters += written.suite().toString().length();
            suites.add(written);
        }
        return suites;
    }
}

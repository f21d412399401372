package io.parley.run.evals;

import io.parley.run.foreign.ForeignSuite;
import io.parley.run.foreign.Format;
import io.parley.run.foreign.Mistakes;
import io.parley.run.foreign.SourceFiles;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Files of OpenAI evals. A registry file makes one suite of each eval in it; samples that no registry file speaks of are scored by
 * the eval {@code match}, each file a suite.
 */
@Singleton
final class EvalsFormat implements Format {

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
        List<ForeignSuite> suites = all.stream()
                .map(eval -> new EvalSuite(eval, files, mistakes).suite())
                .toList();
        mistakes.refuse();
        return suites;
    }
}

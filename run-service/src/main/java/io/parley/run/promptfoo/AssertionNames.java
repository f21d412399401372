package io.parley.run.promptfoo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The types of promptfoo's assertions, and what of them nothing here can do. */
final class AssertionNames {

    private static final Set<String> TRANSLATED = Set.of(
            "answer-relevance",
            "bleu",
            "contains",
            "contains-all",
            "contains-any",
            "contains-html",
            "contains-json",
            "contains-sql",
            "contains-xml",
            "context-faithfulness",
            "context-recall",
            "context-relevance",
            "conversation-relevance",
            "cost",
            "equals",
            "factuality",
            "finish-reason",
            "g-eval",
            "gleu",
            "icontains",
            "icontains-all",
            "icontains-any",
            "is-html",
            "is-json",
            "is-refusal",
            "is-sql",
            "is-xml",
            "javascript",
            "latency",
            "levenshtein",
            "llm-rubric",
            "meteor",
            "model-graded-closedqa",
            "model-graded-factuality",
            "regex",
            "rouge-n",
            "similar",
            "similar:cosine",
            "starts-with",
            "tool-call-f1",
            "word-count");

    /** By type, what would be needed. */
    private static final Map<String, String> UNSUPPORTED = Map.ofEntries(
            Map.entry("agent-rubric", "an agent that judges"),
            Map.entry("classifier", "a classifier"),
            Map.entry("guardrails", "guardrails of the provider"),
            Map.entry("is-valid-function-call", "the tools of the provider"),
            Map.entry("is-valid-openai-function-call", "the tools of the provider"),
            Map.entry("is-valid-openai-tools-call", "the tools of the provider"),
            Map.entry("max-score", "the answers of other providers"),
            Map.entry("moderation", "a service of moderation"),
            Map.entry("perplexity", "probabilities of tokens"),
            Map.entry("perplexity-score", "probabilities of tokens"),
            Map.entry("pi", "the service of Pi Labs"),
            Map.entry("python", "Python"),
            Map.entry("ruby", "Ruby"),
            Map.entry("search-rubric", "a model that searches the web"),
            Map.entry("select-best", "the answers of other providers"),
            Map.entry("similar:dot", "another measure than the cosine"),
            Map.entry("similar:euclidean", "another measure than the cosine"),
            Map.entry("skill-used", "skills that the provider reports"),
            Map.entry("webhook", "a request to a webhook"));

    private static final Pattern FAMILIES = Pattern.compile("(trajectory|promptfoo|trace)[:-].*");

    private AssertionNames() {}

    static boolean isKnown(String type) {
        return TRANSLATED.contains(type) || unsupported(type).isPresent();
    }

    /** What a type needs that is not to be had here. */
    static Optional<String> unsupported(String type) {
        return FAMILIES.matcher(type).matches()
                ? Optional.of(type.startsWith("tra") ? "traces of the provider" : "plugins of promptfoo")
                : Optional.ofNullable(UNSUPPORTED.get(type));
    }
}

package io.parley.run.promptfoo;

import java.util.Map;
import java.util.Set;

/**
 * What promptfoo measures in another way than Parley's own assertions, as JavaScript: over {@code text}, the answer, {@code wanted},
 * the assertion's value, and {@code threshold}.
 */
final class Scripts {

    private static final String LISTED = """
            const list = Array.isArray(wanted) ? wanted : String(wanted).split(",").map((part) => part.trim()).filter(Boolean);
            """;

    private static final String NGRAMS = """
            const ngrams = (words, n) => {
              const counts = new Map();
              for (let i = 0; i + n <= words.length; i++) {
                const gram = words.slice(i, i + n).join(" ");
                counts.set(gram, (counts.get(gram) ?? 0) + 1);
              }
              return counts;
            };
            const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
            const shared = (some, others) =>
              [...some].reduce((sum, [gram, count]) => sum + Math.min(count, others.get(gram) ?? 0), 0);
            const told = (name, score) =>
              ({ pass: score >= threshold, score, reason: name + " is " + score.toFixed(4) + ", the threshold " + threshold });
            """;

    private static final String SAME = """
            const plain = (value) => value !== null && typeof value === "object" && !Array.isArray(value)
              ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, plain(value[key])]))
              : Array.isArray(value) ? value.map(plain) : value;
            let parsed;
            try { parsed = JSON.parse(text); } catch { parsed = undefined; }
            """;

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("equals", SAME + """
                    return typeof wanted === "object"
                      ? parsed !== undefined && JSON.stringify(plain(wanted)) === JSON.stringify(plain(parsed))
                      : String(wanted) === text;
                    """),
            Map.entry("contains", "return text.includes(String(wanted));\n"),
            Map.entry("icontains", "return text.toLowerCase().includes(String(wanted).toLowerCase());\n"),
            Map.entry("contains-any", LISTED + "return list.some((part) => text.includes(String(part)));\n"),
            Map.entry("contains-all", LISTED + "return list.every((part) => text.includes(String(part)));\n"),
            Map.entry(
                    "icontains-any",
                    LISTED + "return list.some((part) => text.toLowerCase().includes(String(part).toLowerCase()));\n"),
            Map.entry(
                    "icontains-all",
                    LISTED + "return list.every((part) => text.toLowerCase().includes(String(part).toLowerCase()));\n"),
            Map.entry("starts-with", "return text.startsWith(String(wanted));\n"),
            Map.entry("regex", "return new RegExp(wanted).test(text);\n"),
            Map.entry("is-json", "try { JSON.parse(text); return true; } catch { return false; }\n"),
            Map.entry("word-count", """
                    const words = text.split(/\\s+/).filter(Boolean).length;
                    const bounds = typeof wanted === "object" ? wanted : { min: Number(wanted), max: Number(wanted) };
                    return words >= (bounds.min ?? 0) && words <= (bounds.max ?? Infinity);
                    """),
            Map.entry("latency", "return turns[turns.length - 1].latencyMs <= threshold;\n"),
            Map.entry("levenshtein", """
                    let row = Array.from({ length: wanted.length + 1 }, (none, i) => i);
                    for (let i = 1; i <= text.length; i++) {
                      const next = [i];
                      for (let j = 1; j <= wanted.length; j++) {
                        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (text[i - 1] === wanted[j - 1] ? 0 : 1));
                      }
                      row = next;
                    }
                    return row[wanted.length] <= threshold;
                    """),
            Map.entry("bleu", NGRAMS + """
                    const words = (source) => source.toLowerCase().trim().split(/\\s+/);
                    const said = words(text), references = [].concat(wanted).map(words);
                    if (text.trim() === "") return told("BLEU", 0);
                    const orders = [1, 2, 3, 4].filter((n) => n <= said.length).map((n) => {
                      const counts = ngrams(said, n);
                      const most = Math.max(...references.map((reference) => shared(counts, ngrams(reference, n))));
                      return Math.log(most / total(counts) || 1e-7);
                    });
                    const length = references.map((reference) => reference.length)
                      .sort((a, b) => Math.abs(a - said.length) - Math.abs(b - said.length) || a - b)[0];
                    const brevity = said.length > length ? 1 : Math.exp(1 - length / said.length);
                    return told("BLEU", brevity * Math.exp(orders.reduce((sum, log) => sum + log, 0) / orders.length));
                    """),
            Map.entry("gleu", NGRAMS + """
                    const words = (source) => source.toLowerCase().trim().split(/\\s+/).map((word) => word.replace(/\\.+$/, ""));
                    const said = words(text);
                    const score = (reference) => {
                      if (reference.join(" ") === said.join(" ")) return 1;
                      let matches = 0, ours = 0, theirs = 0;
                      for (const n of [1, 2, 3, 4]) {
                        const some = ngrams(said, n), others = ngrams(reference, n);
                        matches += shared(some, others);
                        ours += total(some);
                        theirs += total(others);
                      }
                      return matches / Math.max(ours, theirs, 1);
                    };
                    return told("GLEU", Math.max(...[].concat(wanted).map(words).map(score)));
                    """),
            Map.entry("rouge-n", NGRAMS + """
                    const tokens = (source) => source.toLowerCase()
                      .replace(/"|\\.{3}|[:,](?!\\d)|[;@#$%&?!()[\\]{}<>]|--/g, " $& ")
                      .replace(/\\.(?=["')\\]}>\\s]*$)/, " .")
                      .replace(/(n't|'(?:s|m|d|ll|re|ve))(?=\\s|$)/g, " $1")
                      .split(/\\s+/).filter(Boolean);
                    const some = ngrams(tokens(text), 1), others = ngrams(tokens(wanted), 1);
                    const overlap = shared(some, others);
                    return told("ROUGE-1", overlap === 0 ? 0 : 2 * overlap / (total(some) + total(others)));
                    """),
            Map.entry("contains-html", """
                    const has = (pattern) => pattern.test(text);
                    const opens = has(/<[a-z][a-z0-9-]*(\\s[^>]*)?>/i), closes = has(/<\\/[a-z][a-z0-9-]*\\s*>/i);
                    const signs = [
                      opens, closes, has(/<[a-z][a-z0-9-]*(\\s[^>]*)?\\/>/i), has(/&([a-z]+|#\\d+|#x[\\da-f]+);/i), has(/<!--[\\s\\S]*?-->/),
                      has(/\\s[a-z-]+=\\s*["'][^"']*["']/i),
                    ].filter(Boolean).length;
                    return signs >= 2 || has(/<!doctype\\s+html/i)
                      || has(/<(html|head|body|div|span|p|a|img|h[1-6]|ul|ol|li|table|tr|td|th|form|input|button|script|style|link|meta|br|hr)\\b/i);
                    """),
            Map.entry("tool-call-f1", LISTED + """
                    const names = (value) => {
                      if (value === null || typeof value !== "object") return [];
                      const calls = value.tool_calls ?? value.toolCall?.functionCalls ?? (Array.isArray(value) ? value : [value]);
                      return [].concat(calls).flatMap((call) =>
                        [call?.function?.name, call?.functionCall?.name, call?.name].filter((name) => typeof name === "string").slice(0, 1));
                    };
                    const read = (source) => { try { return names(JSON.parse(source)); } catch { return null; } };
                    const called = new Set(read(text) ?? text.split("\\n").flatMap((line) => read(line.trim()) ?? []));
                    const expected = new Set(list.map(String));
                    const both = [...expected].filter((name) => called.has(name)).length;
                    const score = both === 0 ? 0 : 2 * both / (called.size + expected.size);
                    return { pass: score >= threshold, score, reason: "called: " + [...called].join(", ") + "; F1 is " + score.toFixed(3) };
                    """));

    private Scripts() {}

    static Set<String> types() {
        return BODIES.keySet();
    }

    /** Its statements, the last of which returns what the sandbox takes as a result. */
    static String body(String type) {
        String body = BODIES.get(type);
        if (body == null) {
            throw new IllegalArgumentException("no script for " + type);
        }
        return body;
    }
}

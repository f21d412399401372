package io.parley.validation.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.platform.expressions.Effort;
import io.parley.validation.assertions.Answer;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts must not be able to do. */
@Timeout(120)
class SandboxTest {

    private static final Duration LONG = Duration.ofSeconds(100);

    private static Vertx vertx;
    private static SimpleMeterRegistry metrics;
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        metrics = new SimpleMeterRegistry();
        sandbox = new Sandbox(vertx, metrics);
    }

    @AfterAll
    static void stop() {
        sandbox.stop();
        vertx.close().await().atMost(LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "while (true) { try { for (;;) {} } catch { continue } finally { continue } }",
                "return /^(x+x+)+y$/.test('x'.repeat(60))",
                "Promise.resolve().then(function again() { return Promise.resolve().then(again) }); return true",
                "return [].concat(...Array(30).fill(0).map((_, n) => { let s = 'x'; for (let i = 0; i < n + 20; i++) s += s; return s })).length > 0",
                "return 'x'.repeat(1 << 30).length > 0",
                "const all = []; for (;;) all.push(new Uint8Array(1 << 20))",
                "return new Array(1e9).fill(1).length > 0",
                "return (function deep(n) { return n ? 1 + deep(n - 1) : 0 })(1e6) > 0",
                "return JSON.parse('['.repeat(1e6) + ']'.repeat(1e6)).length > 0",
                "let o = {}; for (let i = 0; i < 1e6; i++) o = {o}; return JSON.stringify(o).length > 0",
                "{pass: true, reason: 'x'.repeat(1e6)}",
            })
    void what_takes_too_much_is_given_up_and_hurts_no_neighbour(String script) {
        Evaluation hostile = evaluation(script);
        List<Evaluation> neighbours = IntStream.range(0, 20)
                .mapToObj(n -> evaluation("output === 'hi' && " + n + " >= 0"))
                .toList();

        Map<Evaluation, Answer<ScriptResult>> answers = sandbox.answer(
                        Stream.concat(Stream.of(hostile), neighbours.stream()).toList())
                .await()
                .atMost(LONG);

        assertThat(answers.get(hostile)).isInstanceOf(Answer.Unknown.class);
        assertThat(neighbours)
                .allSatisfy(neighbour -> assertThat(answers.get(neighbour))
                        .isEqualTo(new Answer.Known<>(new ScriptResult(true, 1, "true", null))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "globalThis.left = 1; var left2 = 1; return true",
                "Object.prototype.left = 1; Array.prototype.map = null; return true",
                "JSON.parse = () => ({script: 'return true'}); JSON.stringify = () => '{}'; return true",
                "String.prototype.includes = () => true; RegExp.prototype.exec = () => null; return true",
                "Function.prototype.call = null; Error.prototype.toString = () => 'left'; return true",
                "Object.defineProperty(globalThis, 'run', {value: 1, configurable: false}); return true",
                "Object.freeze(globalThis); return true",
                "globalThis.output = 'left'; output = 'left'; turns.push('left'); return true",
                "Math.random = () => 7; Date.now = () => 7; return true",
            })
    void nothing_that_a_script_leaves_behind_reaches_another(String script) {
        String clean = """
                return typeof left === 'undefined' && typeof left2 === 'undefined' && ({}).left === undefined
                  && [1].map(x => x + 1)[0] === 2 && JSON.parse('{"a":1}').a === 1 && JSON.stringify({a: 1}) === '{"a":1}'
                  && !'a'.includes('b') && /b/.exec('b')[0] === 'b' && (x => x).call(null, 1) === 1
                  && String(new Error('e')) === 'Error: e' && typeof run === 'undefined' && !Object.isFrozen(globalThis)
                  && output === 'hi' && turns.length === 0 && Math.random() < 1 && Date.now() > 1e12""";

        for (int time = 0; time < 4; time++) {
            ask(evaluation(script));
            assertThat(ask(evaluation(clean))).isEqualTo(new Answer.Known<>(new ScriptResult(true, 1, "true", null)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object.getOwnPropertyNames(globalThis).some(name => /java|javy|host|process|require|std|os$|fetch|plugin/i.test(name))",
                "typeof require !== 'undefined' || typeof process !== 'undefined' || typeof fetch !== 'undefined'",
                "typeof host !== 'undefined' || typeof java_invoke !== 'undefined' || typeof Javy !== 'undefined'",
                "Object.getOwnPropertyNames(Function('return this')()).some(name => /java|javy/i.test(name))",
            })
    void nothing_leads_to_the_outside(String leads) {
        assertThat(ask(evaluation(leads))).isEqualTo(new Answer.Known<>(new ScriptResult(false, 0, "false", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import('fs'); return true",
                "return import('os').then(() => true)",
                "import fs from 'fs'; return true",
            })
    void modules_are_not_to_be_had(String script) {
        assertThat(ask(evaluation(script)).toString()).doesNotContain("score=1.0, returned={");
        assertThat(ask(evaluation("output === 'hi'"))).isInstanceOf(Answer.Known.class);
    }

    @Test
    void what_a_script_meddles_with_makes_its_own_result_an_error_at_worst() {
        assertThat(ask(evaluation("Object.prototype.toJSON = () => 7; return {pass: true}")))
                .isEqualTo(new Answer.Unknown<>(
                        "the script returns nothing, not true or false, a number or an object with pass"));
        assertThat(ask(evaluation("({pass: true, get score() { throw 'gotcha' }})")))
                .isEqualTo(new Answer.Unknown<>("the script throws gotcha"));
        assertThat(ask(evaluation("1); return false; (2"))).isInstanceOf(Answer.class);
    }

    @Test
    void the_scripts_of_one_execution_share_its_time() {
        Effort execution = Effort.ofOneExecution();
        List<Evaluation> endless = IntStream.range(0, 40)
                .mapToObj(n -> new Evaluation("for (;;) {} // " + n, "hi", "hi", List.of(), execution))
                .toList();
        long start = System.nanoTime();

        Map<Evaluation, Answer<ScriptResult>> answers =
                sandbox.answer(endless).await().atMost(LONG);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(answers.values())
                .contains(new Answer.Unknown<>("the script takes longer than 250 ms"))
                .contains(new Answer.Unknown<>("the scripts of this conversation take longer than 2 s together"));
        assertThat(metrics.counter("parley.scripts", "outcome", "time").count()).isPositive();
    }

    private static Answer<ScriptResult> ask(Evaluation evaluation) {
        Answer<ScriptResult> answer =
                sandbox.answer(List.of(evaluation)).await().atMost(LONG).get(evaluation);
        assertThat(answer).isNotNull();
        return Objects.requireNonNull(answer);
    }

    private static Evaluation evaluation(String script) {
        return new Evaluation(script, "hi", "hi", List.of(), Effort.ofOneExecution());
    }
}

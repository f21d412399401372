package io.parley.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.e2e.api.Api;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what: the table in docs/access.md, held against every operation of the API's own description. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTableTest {

    private static final int NOT_FOUND = 404;

    private final Platform platform;
    private final Api anybody;
    private final Map<String, Operation> operations;
    private final Map<String, Rule> rules;
    private final Samples samples = Samples.read();

    AccessTableTest(Platform platform) throws Exception {
        this.platform = platform;
        this.anybody = Api.at(platform.address());
        this.operations = byName(Operation.all(anybody), Operation::name);
        this.rules = byName(AccessTable.read(), Rule::operation);
    }

    @Test
    void every_operation_has_a_row_in_the_table_of_who_may() {
        assertThat(operations.keySet()).containsExactlyInAnyOrderElementsOf(rules.keySet());
    }

    @Test
    void everybody_is_answered_as_the_table_says_and_strangers_see_and_change_nothing() throws Exception {
        Workspace owner = Workspace.on(platform);
        Belongings belongings = Belongings.of(owner);
        Workspace stranger = Workspace.on(platform);
        Mint mint = new Mint(SigningKey.of(platform), stranger);

        List<String> complaints = Crowd.ask(
                attempts(mint), attempt -> attempt.complaint(attempt.ask(anybody, samples, belongings), belongings));
        List<String> seenByTheirOwner = Crowd.ask(
                attemptsOf(owner),
                attempt -> attempt.operation().name() + ": "
                        + attempt.ask(anybody, samples, belongings).status());

        assertThat(complaints).filteredOn(complaint -> !complaint.isEmpty()).isEmpty();
        assertThat(seenByTheirOwner).hasSizeGreaterThan(20).allMatch(seen -> seen.endsWith(": 200"));
    }

    /** Everything, by everybody. */
    private List<Attempt> attempts(Mint mint) {
        return Stream.concat(Credential.bad(mint).stream(), Credential.good(mint).stream())
                .flatMap(credential -> known().map(operation -> attempt(operation, credential)))
                .toList();
    }

    /** What strangers are told that it is not there. */
    private List<Attempt> attemptsOf(Workspace owner) {
        Credential credential = Credential.of(owner);
        return known().map(operation -> attempt(operation, credential))
                .filter(attempt -> attempt.operation().method().equals("GET"))
                .filter(attempt -> attempt.rule().toStrangers() == NOT_FOUND)
                .filter(attempt -> attempt.rule().admits(credential.groups()))
                .toList();
    }

    private Stream<Operation> known() {
        return operations.values().stream().filter(operation -> rules.containsKey(operation.name()));
    }

    private Attempt attempt(Operation operation, Credential credential) {
        return new Attempt(operation, Objects.requireNonNull(rules.get(operation.name())), credential);
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}

package io.parley.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.bench.fuzz.FuzzReport;
import io.parley.bench.fuzz.Fuzzer;
import io.parley.e2e.api.Api;
import io.parley.e2e.platform.Platform;
import io.parley.e2e.platform.SharedPlatform;
import io.parley.e2e.runs.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A slice of {@code parley bench fuzz}: always the same requests. */
@ExtendWith(SharedPlatform.class)
class FuzzTest {

    private static final int REQUESTS = 1_500;
    private static final long SEED = 20_261;

    /** Who fails to log in too often is locked out, and all tests come from one address. */
    private static final String LOGINS = "/api/v1/auth/";

    private final Platform platform;

    FuzzTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void whatever_is_sent_nothing_fails_and_every_refusal_is_a_problem() throws Exception {
        Api api = Workspace.on(platform).api();

        try (Fuzzer fuzzer = new Fuzzer(
                platform.address(),
                String.valueOf(api.token()),
                api.get("/api/v1/openapi.json").expect(200).json(),
                operation -> !operation.path().startsWith(LOGINS))) {
            FuzzReport report = fuzzer.send(REQUESTS, SEED);

            assertThat(report.findings()).isEmpty();
            assertThat(report.byStatus()).containsKeys(200, 201, 400, 404, 415, 422);
        }
    }
}

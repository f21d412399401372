package io.parley.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backing.Endpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    private static final Endpoints ENDPOINTS = new Endpoints(
            "jdbc:postgresql://127.0.0.1:1/parley",
            "postgresql://127.0.0.1:1/parley",
            "postgres",
            "the-admins-password",
            "amqp://parley:broker@127.0.0.1:2/parley",
            "redis://:redis@127.0.0.1:3");

    @TempDir
    private Path data;

    private Secrets secrets;
    private Addresses addresses;
    private ServiceEnvironment environment;

    @BeforeEach
    void prepare() throws IOException {
        secrets = Secrets.in(data);
        addresses = Addresses.choose(PlatformOptions.in(data, data), Optional.empty());
        environment = new ServiceEnvironment(addresses, ENDPOINTS, secrets);
    }

    @Test
    void no_service_learns_the_administrators_password() {
        assertThat(addresses.services().keySet())
                .allSatisfy(service -> assertThat(of(service, Map.of())).doesNotContainValue("the-admins-password"));
    }

    @Test
    void only_services_that_store_something_learn_a_database_and_each_its_own_role() {
        assertThat(of("auth-service", Map.of())).containsEntry("PARLEY_DATABASE_USER", "parley_auth");
        assertThat(of("run-service", Map.of())).containsEntry("PARLEY_DATABASE_USER", "parley_runs");
        assertThat(of("telemetry-service", Map.of())).containsEntry("PARLEY_DATABASE_USER", "parley_telemetry");
        assertThat(of("validation-service", Map.of())).containsEntry("PARLEY_DATABASE_USER", "parley_validation");
        assertThat(of("telemetry-service", Map.of())).doesNotContainKey("PARLEY_MASTER_KEY");
        assertThat(of("execution-worker-1", Map.of())).doesNotContainKey("PARLEY_DATABASE_USER");
        assertThat(of("gateway", Map.of())).doesNotContainKeys("PARLEY_DATABASE_USER", "PARLEY_MASTER_KEY");
    }

    @Test
    void the_key_of_pseudonyms_is_known_to_telemetry_service_alone() {
        assertThat(addresses.services().keySet().stream()
                        .filter(service -> of(service, Map.of()).containsValue(secrets.pseudonymKey())))
                .containsExactly("telemetry-service");
    }

    @Test
    void the_owner_is_known_to_auth_service_alone() {
        assertThat(of("auth-service", Map.of()))
                .containsEntry("PARLEY_OWNER_PASSWORD", secrets.owner().password());
        assertThat(of("run-service", Map.of())).doesNotContainKey("PARLEY_OWNER_PASSWORD");
    }

    @Test
    void what_the_operator_has_set_is_handed_on_but_not_the_settings_of_the_command() {
        Map<String, String> inherited = Map.of(
                "PARLEY_CORS_ORIGINS", "https://console.example",
                "PARLEY_TARGETS_ALLOW_PRIVATE", "false",
                "PARLEY_DATA", "/somewhere",
                "PARLEY_JAVA_OPTS", "-Xlog:gc");

        assertThat(of("gateway", inherited))
                .containsEntry("PARLEY_CORS_ORIGINS", "https://console.example")
                .containsEntry("PARLEY_TARGETS_ALLOW_PRIVATE", "false")
                .doesNotContainKeys("PARLEY_DATA", "PARLEY_JAVA_OPTS");
    }

    @Test
    void tokens_name_the_address_at_which_people_reach_the_platform_as_their_issuer() {
        String gateway = addresses.address("gateway");

        assertThat(addresses.services().keySet())
                .allSatisfy(service -> assertThat(of(service, Map.of())).containsEntry("PARLEY_ISSUER", gateway));
        assertThat(of("auth-service", Map.of("PARLEY_ISSUER", "https://parley.example")))
                .containsEntry("PARLEY_ISSUER", "https://parley.example");
    }

    @Test
    void services_listen_on_this_machine_only_unless_the_operator_opens_the_gateway() {
        Map<String, String> inherited = Map.of("PARLEY_HTTP_HOST", "0.0.0.0");

        assertThat(of("gateway", Map.of())).containsEntry("PARLEY_HTTP_HOST", "127.0.0.1");
        assertThat(of("gateway", inherited)).containsEntry("PARLEY_HTTP_HOST", "0.0.0.0");
        assertThat(of("run-service", inherited)).containsEntry("PARLEY_HTTP_HOST", "127.0.0.1");
    }

    private Map<String, String> of(String service, Map<String, String> inherited) {
        Map<String, String> variables = new HashMap<>(inherited);
        environment.apply(service, variables);
        return variables;
    }
}

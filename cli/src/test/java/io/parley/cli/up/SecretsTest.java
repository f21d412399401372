package io.parley.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.database.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path data;

    @Test
    void secrets_are_made_once_and_kept() throws IOException {
        Secrets first = Secrets.in(data);

        Secrets second = Secrets.in(data);

        assertThat(second.owner()).isEqualTo(first.owner());
        assertThat(second.rolePasswords()).isEqualTo(first.rolePasswords()).containsOnlyKeys(Schema.values());
        assertThat(second.masterKey()).isEqualTo(first.masterKey());
        assertThat(Base64.getDecoder().decode(first.masterKey())).hasSize(32);
        assertThat(second.pseudonymKey()).isEqualTo(first.pseudonymKey()).isNotEqualTo(first.masterKey());
        assertThat(Base64.getDecoder().decode(first.pseudonymKey())).hasSize(32);
    }

    @Test
    void a_folder_of_an_earlier_version_gets_what_it_lacks_and_keeps_the_rest() throws IOException {
        Secrets complete = Secrets.in(data);
        Path file = data.resolve(Secrets.FILE);
        Files.writeString(
                file,
                Files.readString(file)
                        .lines()
                        .filter(line -> !line.startsWith("database-password-validation"))
                        .collect(Collectors.joining("\n")));

        Secrets completed = Secrets.in(data);

        assertThat(completed.rolePasswords()).containsOnlyKeys(Schema.values());
        assertThat(completed.rolePasswords().get(Schema.RUNS))
                .isEqualTo(complete.rolePasswords().get(Schema.RUNS));
        assertThat(completed.masterKey()).isEqualTo(complete.masterKey());
        assertThat(Secrets.in(data).rolePasswords()).isEqualTo(completed.rolePasswords());
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void two_platforms_have_different_secrets(@TempDir Path other) throws IOException {
        assertThat(Secrets.in(other).owner()).isNotEqualTo(Secrets.in(data).owner());
    }

    @Test
    void only_their_owner_can_read_them() throws IOException {
        Secrets secrets = Secrets.in(data);

        assertThat(Files.getPosixFilePermissions(data.resolve(Secrets.FILE))).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(secrets.owner().toString()).doesNotContain(secrets.owner().password());
    }
}

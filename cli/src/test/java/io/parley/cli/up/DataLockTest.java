package io.parley.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {

    @TempDir
    private Path data;

    @Test
    void a_folder_is_used_by_one_platform_at_a_time() throws IOException {
        try (DataLock held = DataLock.take(data).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(DataLock.take(data)).isEmpty();
        }

        try (DataLock again = DataLock.take(data).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }
}

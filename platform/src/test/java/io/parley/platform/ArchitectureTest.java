package io.parley.platform;

import io.parley.platform.testing.ParleyArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_platform_keeps_the_rules_it_sets() {
        ParleyArchitecture.checkLibrary("io.parley.platform");
    }
}

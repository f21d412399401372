package io.parley.run;

import io.parley.platform.testing.ParleyArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_service_keeps_the_rules_of_the_architecture() {
        ParleyArchitecture.check("io.parley.run");
    }
}

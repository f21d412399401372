package io.parley.platform.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.platform.addresses.UnusableHost.Reason;
import io.parley.platform.eventloops.EventLoops;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void stop() {
        var unused = VERTX.close();
    }

    @Test
    void names_and_addresses_are_resolved() {
        assertThat(resolve("localhost", true))
                .extracting(InetAddress::getHostAddress)
                .contains("127.0.0.1");
        assertThat(resolve("127.0.0.1", true))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.1");
        assertThat(resolve("::1", true))
                .extracting(InetAddress::isLoopbackAddress)
                .containsExactly(true);
    }

    @Test
    void a_name_of_an_address_that_nothing_may_connect_to_is_refused() {
        assertRefused(Reason.REFUSED, () -> resolve("localhost", false));
        assertRefused(Reason.REFUSED, () -> resolve("127.0.0.1", false));
        assertRefused(Reason.REFUSED, () -> resolve("169.254.169.254", true));
    }

    @Test
    void other_spellings_of_an_address_are_names_and_resolve_to_nothing() {
        assertRefused(Reason.UNRESOLVED, () -> resolve("0x7f.1", true));
        assertRefused(Reason.UNRESOLVED, () -> resolve("2130706433", true));
    }

    @Test
    void a_name_that_resolves_nowhere_is_reported() {
        assertRefused(Reason.UNRESOLVED, () -> resolve("nowhere.invalid", true));
    }

    private static void assertRefused(Reason reason, ThrowingCallable resolution) {
        assertThatThrownBy(resolution)
                .cause()
                .isInstanceOfSatisfying(
                        UnusableHost.class,
                        unusable -> assertThat(unusable.reason()).isEqualTo(reason));
    }

    private static List<InetAddress> resolve(String host, boolean allowPrivate) {
        Addresses addresses = new Addresses(new EventLoops(VERTX), () -> allowPrivate);
        try {
            return addresses.of(host).subscribeAsCompletionStage().join();
        } finally {
            addresses.close();
        }
    }
}

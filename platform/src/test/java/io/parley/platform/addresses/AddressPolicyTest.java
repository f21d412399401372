package io.parley.platform.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private final AddressPolicy strict = new AddressPolicy(false);
    private final AddressPolicy lenient = new AddressPolicy(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254", "169.254.0.1", "100.100.100.200", "0.0.0.0", "0.1.2.3", "224.0.0.1",
                        "255.255.255.255",
                "::", "fe80::1", "febf::1", "fd00:ec2::254", "ff02::1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1"
            })
    void some_addresses_are_never_allowed(String address) {
        assertThat(strict.allows(parsed(address))).isFalse();
        assertThat(lenient.allows(parsed(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.0.8",
                "::1",
                "fc00::1",
                "fdff::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::"
            })
    void private_addresses_are_allowed_by_setting(String address) {
        assertThat(strict.allows(parsed(address))).isFalse();
        assertThat(lenient.allows(parsed(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "126.0.0.1",
                "128.0.0.1",
                "2606:4700::1111",
                "64:ff9b::808:808",
                "2002:808:808::1",
                "fec0::1"
            })
    void public_addresses_are_always_allowed(String address) {
        assertThat(strict.allows(parsed(address))).isTrue();
        assertThat(lenient.allows(parsed(address))).isTrue();
    }

    private static InetAddress parsed(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}

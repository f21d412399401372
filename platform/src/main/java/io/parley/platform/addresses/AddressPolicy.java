package io.parley.platform.addresses;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses requests on behalf of users may go to. */
final class AddressPolicy {

    /** This network, link-local with the metadata services of clouds, multicast and reserved ones. */
    private static final List<AddressRange> NEVER = ranges(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "100.100.100.200/32",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "fe80::/10",
            "fd00:ec2::254/128",
            "ff00::/8");

    /** RFC 1122 (loopback), 1918, 2544, 4193, 4291, 6598 and 6890. */
    private static final List<AddressRange> PRIVATE = ranges(
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "fc00::/7",
            "::1/128",
            "100.64.0.0/10",
            "192.0.0.0/24");

    /** RFC 6052 and 3056: IPv6 addresses that carry an IPv4 address, and where in them. */
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

    private final boolean allowPrivate;

    AddressPolicy(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    boolean allows(InetAddress address) {
        return allows(carried(address.getAddress()));
    }

    private boolean allows(byte[] address) {
        boolean never = NEVER.stream().anyMatch(range -> range.contains(address));
        return !never && (allowPrivate || PRIVATE.stream().noneMatch(range -> range.contains(address)));
    }

    private static byte[] carried(byte[] address) {
        if (NAT64.contains(address)) {
            return Arrays.copyOfRange(address, 12, 16);
        }
        return SIX_TO_FOUR.contains(address) ? Arrays.copyOfRange(address, 2, 6) : address;
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}

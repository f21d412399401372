package io.parley.platform.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that begin with the same bits. */
final class AddressRange {

    private final byte[] start;
    private final int bits;

    private AddressRange(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /** @param text an address and a number of bits, such as {@code 10.0.0.0/8} */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress literal = InetAddress.getByName(text.substring(0, slash));
            return new AddressRange(literal.getAddress(), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(text, notAnAddress);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if (((start[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}

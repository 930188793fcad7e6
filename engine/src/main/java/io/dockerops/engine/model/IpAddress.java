package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An address of IPv4 or IPv6.
 *
 * @param number its bits
 * @param bits 32 or 128
 */
public record IpAddress(BigInteger number, int bits) {

    static final int V6_BITS = 128;

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * Reads {@code 10.7.0.5} or {@code fd00::5}.
     *
     * @throws IllegalArgumentException when the text is no address
     */
    public static IpAddress parse(String text) {
        // Only texts that cannot be host names reach InetAddress, which would look those up.
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw notAnAddress(text);
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return new IpAddress(new BigInteger(1, bytes), bytes.length * Byte.SIZE);
        } catch (UnknownHostException e) {
            throw notAnAddress(text);
        }
    }

    /**
     * Reads an address of IPv4.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static IpAddress parseV4(String text) {
        IpAddress address = parse(text);
        if (address.bits != 32) {
            throw new Mistake("`" + text + "` is not an IPv4 address", "for an IPv6 address write `ipv6:`");
        }
        return address;
    }

    /**
     * Reads an address of IPv6.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static IpAddress parseV6(String text) {
        IpAddress address = parse(text);
        if (address.bits != V6_BITS) {
            throw new Mistake("`" + text + "` is not an IPv6 address", "for an IPv4 address write `ipv4:`");
        }
        return address;
    }

    private static Mistake notAnAddress(String text) {
        return new Mistake("`" + text + "` is not an IP address", "write it as `10.7.0.5` or `fd00::5`");
    }

    /** The address in the form in which it is read. */
    @Override
    public String toString() {
        byte[] bytes = new byte[bits / Byte.SIZE];
        byte[] digits = number.toByteArray();
        for (int i = 0; i < Math.min(bytes.length, digits.length); i++) {
            bytes[bytes.length - 1 - i] = digits[digits.length - 1 - i];
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.math.BigInteger;

/**
 * A range of addresses that begin with the same bits.
 *
 * @param first the first address
 * @param prefix the number of bits that are the same
 */
public record Cidr(IpAddress first, int prefix) {

    /**
     * Reads {@code 10.7.0.0/16}.
     *
     * @throws IllegalArgumentException when the text is no range, or does not begin with its first address
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            throw new Mistake("`" + text + "` is not a range of addresses", "write it as `10.7.0.0/16`");
        }
        IpAddress address = IpAddress.parse(text.substring(0, slash));
        int prefix = Integer.parseInt(text.substring(slash + 1));
        if (prefix > address.bits()) {
            throw new Mistake("`" + text + "` has more than " + address.bits() + " bits after the `/`");
        }
        BigInteger first = address.number().andNot(hostBits(address.bits(), prefix));
        if (!first.equals(address.number())) {
            throw new Mistake(
                    "`" + text + "` does not begin with the first address of its range",
                    "did you mean `" + new IpAddress(first, address.bits()) + "/" + prefix + "`?");
        }
        return new Cidr(address, prefix);
    }

    /** The last address. */
    public IpAddress last() {
        return new IpAddress(first.number().or(hostBits(first.bits(), prefix)), first.bits());
    }

    /** Whether {@code address} lies in the range. */
    public boolean contains(IpAddress address) {
        return address.bits() == first.bits()
                && address.number().compareTo(first.number()) >= 0
                && address.number().compareTo(last().number()) <= 0;
    }

    /** Whether all of {@code other} lies in the range. */
    public boolean contains(Cidr other) {
        return contains(other.first) && contains(other.last());
    }

    private static BigInteger hostBits(int bits, int prefix) {
        return BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
    }

    @Override
    public String toString() {
        return first + "/" + prefix;
    }
}

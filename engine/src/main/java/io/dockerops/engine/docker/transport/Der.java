package io.dockerops.engine.docker.transport;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** As much of ASN.1's DER as it takes to put keys of older forms into PKCS#8, the only one that the JDK reads. */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    /** Where SEC1 keys have their curve. */
    private static final int CONTEXT_0 = 0xa0;

    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    private Der() {}

    /**
     * Wraps a key.
     *
     * @param algorithm the encoded algorithm and its parameters
     */
    static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, join(VERSION_0, element(SEQUENCE, algorithm), element(OCTET_STRING, key)));
    }

    /** The encoded curve of a SEC1 key. */
    static byte[] curve(byte[] sec1) throws GeneralSecurityException {
        try {
            int position = contentOf(sec1, 0);
            while (position < sec1.length) {
                int content = contentOf(sec1, position);
                int end = content + length(sec1, position + 1);
                if (end <= position || end > sec1.length) {
                    break;
                }
                if ((sec1[position] & 0xff) == CONTEXT_0) {
                    return Arrays.copyOfRange(sec1, content, end);
                }
                position = end;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new GeneralSecurityException("the key is damaged", e);
        }
        throw new GeneralSecurityException("the key does not name its curve");
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            all.writeBytes(each);
        }
        return all.toByteArray();
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.length;
        // DER allows the shortest form only, and some JDKs insist on it.
        if (length < 0x80) {
            element.write(length);
        } else if (length < 0x100) {
            element.write(0x81);
            element.write(length);
        } else {
            element.write(0x82);
            element.write(length >> 8);
            element.write(length);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }

    private static int contentOf(byte[] der, int element) {
        int first = der[element + 1] & 0xff;
        return element + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int position) {
        int first = der[position] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 1; i <= (first & 0x7f); i++) {
            length = (length << 8) | (der[position + i] & 0xff);
        }
        return length;
    }
}

package io.dockerops.engine.docker.transport;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/** Reads private keys in the forms that OpenSSL writes. The messages of its exceptions are for users. */
final class PrivateKeys {

    private static final String[] ALGORITHMS = {"RSA", "EC", "EdDSA"};

    /** rsaEncryption, 1.2.840.113549.1.1.1, with its parameters, which are null. */
    private static final byte[] RSA = {
        0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    /** id-ecPublicKey, 1.2.840.10045.2.1; the curve follows as its parameters. */
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private PrivateKeys() {}

    static PrivateKey parse(String text) throws GeneralSecurityException {
        for (Pem each : Pem.blocks(text)) {
            if (each.label().endsWith("PRIVATE KEY")) {
                return parse(each);
            }
        }
        throw new GeneralSecurityException("has no private key: a line -----BEGIN PRIVATE KEY----- is expected");
    }

    /** Whether a signature of the one is good for the other. */
    static boolean belongTogether(PrivateKey key, PublicKey certified) {
        byte[] anything = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(signatureBy(key));
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String signatureBy(PrivateKey key) {
        String algorithm = key.getAlgorithm();
        if (algorithm.equals("RSA")) {
            return "SHA256withRSA";
        }
        return algorithm.equals("EC") ? "SHA256withECDSA" : "EdDSA";
    }

    private static PrivateKey parse(Pem block) throws GeneralSecurityException {
        if (block.encrypted() || block.label().startsWith("ENCRYPTED")) {
            throw new GeneralSecurityException(
                    "the key is encrypted, which is not supported; `openssl pkey -in FILE -out NEW` decrypts it");
        }
        byte[] der = block.bytes();
        return switch (block.label()) {
            case "PRIVATE KEY" -> fromPkcs8(der);
            case "RSA PRIVATE KEY" -> fromPkcs8(Der.pkcs8(RSA, der));
            case "EC PRIVATE KEY" -> fromPkcs8(Der.pkcs8(Der.join(EC, Der.curve(der)), der));
            default ->
                throw new GeneralSecurityException("keys of the form " + block.label()
                        + " are not supported; `openssl pkey -in FILE -out NEW` converts many");
        };
    }

    private static PrivateKey fromPkcs8(byte[] der) throws GeneralSecurityException {
        InvalidKeySpecException last = null;
        for (String each : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(each).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                last = e;
            }
        }
        throw new GeneralSecurityException("the key is damaged, or neither an RSA nor an EC nor an EdDSA key", last);
    }
}

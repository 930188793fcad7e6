package io.dockerops.engine.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A pair of keys as OpenSSH keeps them, without a passphrase.
 *
 * @param privateKey the content of the private key's file
 * @param publicKey the content of the public key's file: one line
 */
public record SshKeyPair(String privateKey, String publicKey) {

    private static final String BEGIN = "-----BEGIN ";

    /** A new pair of the kind Ed25519. */
    public static SshKeyPair generate(String comment) {
        try {
            KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ED25519);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pair.writeOpenSSHv1PrivateKey(out, null);
            return new SshKeyPair(text(out), publicKey(pair, comment));
        } catch (JSchException e) {
            throw new IllegalStateException("a Java from 17 on can make a pair of the kind Ed25519", e);
        }
    }

    /**
     * The pair to which {@code privateKey} belongs.
     *
     * @throws IllegalArgumentException when it is no private key, or has a passphrase; the message says which
     */
    public static SshKeyPair of(String privateKey, String comment) {
        if (!privateKey.startsWith(BEGIN)) {
            throw new IllegalArgumentException("it is not a private key of SSH");
        }
        KeyPair pair;
        try {
            pair = KeyPair.load(new JSch(), privateKey.getBytes(StandardCharsets.UTF_8), null);
        } catch (JSchException | RuntimeException e) {
            throw new IllegalArgumentException("it is damaged, or not a private key of SSH", e);
        }
        if (pair.isEncrypted()) {
            throw new IllegalArgumentException("it has a passphrase, and nobody is there to give it");
        }
        if (pair.getPublicKeyBlob() == null) {
            throw new IllegalArgumentException("it is damaged");
        }
        return new SshKeyPair(privateKey, publicKey(pair, comment));
    }

    /** Whether {@code other} is the content of a file with the same public key; its comment does not count. */
    public boolean hasPublicKey(String other) {
        return key(publicKey).equals(key(other));
    }

    private static String key(String line) {
        String[] words = line.strip().split("\\s+", 3);
        return words.length < 2 ? "" : words[0] + " " + words[1];
    }

    private static String publicKey(KeyPair pair, String comment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pair.writePublicKey(out, comment);
        return text(out);
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return publicKey.strip();
    }
}

package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where the certificates for TLS are, as PEM files.
 *
 * @param authority certificates of the authorities that may have signed the engine's certificate
 * @param identity this client's own certificate and key, for engines that ask for it, as those do that follow Docker's
 *     manual
 */
public record TlsFiles(Path authority, Optional<Identity> identity) {

    /**
     * A client's certificate and key.
     *
     * @param certificate the client's certificate, followed by those between it and the authority, if any
     * @param key its private key: RSA, EC or EdDSA, in PKCS#8, PKCS#1 or SEC1 form, not encrypted
     */
    public record Identity(Path certificate, Path key) {}

    /** Docker's own names in a folder such as {@code DOCKER_CERT_PATH}: ca.pem, cert.pem and key.pem. */
    public static TlsFiles in(Path folder) {
        Identity identity = new Identity(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        return new TlsFiles(folder.resolve("ca.pem"), Optional.of(identity));
    }

    /**
     * Reads the files.
     *
     * @throws TransportException with {@link Reason#TLS_MATERIAL} and the path of the file that is missing, unreadable,
     *     or not what it should be
     */
    public SSLContext context() throws TransportException {
        List<X509Certificate> authorities = certificates(authority);
        KeyManager[] own = identity.isPresent() ? new KeyManager[] {clientKey(identity.get())} : null;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trusting(authorities), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(authority, "cannot be used (" + e.getMessage() + ")", e);
        }
    }

    private static ClientKey clientKey(Identity files) throws TransportException {
        List<X509Certificate> chain = certificates(files.certificate());
        Path file = files.key();
        PrivateKey key;
        try {
            key = PrivateKeys.parse(text(file));
        } catch (GeneralSecurityException e) {
            throw unusable(file, String.valueOf(e.getMessage()), e);
        }
        if (!PrivateKeys.belongTogether(key, chain.get(0).getPublicKey())) {
            throw unusable(file, "is not the key of the certificate " + files.certificate(), null);
        }
        return new ClientKey(chain, key);
    }

    private static List<X509Certificate> certificates(Path file) throws TransportException {
        try {
            List<X509Certificate> certificates = Pem.certificates(text(file));
            if (certificates.isEmpty()) {
                throw unusable(file, "has no certificate: a line -----BEGIN CERTIFICATE----- is expected", null);
            }
            return certificates;
        } catch (GeneralSecurityException e) {
            throw unusable(file, "has a certificate that cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static TrustManager[] trusting(List<X509Certificate> authorities)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry(Integer.toString(i), authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static String text(Path file) throws TransportException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw unusable(file, "no such file, but TLS needs it", e);
        } catch (AccessDeniedException e) {
            throw unusable(file, "permission denied: this user may not read it", e);
        } catch (IOException e) {
            throw unusable(file, "cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static TransportException unusable(Path file, String what, @Nullable Exception e) {
        return new TransportException(Reason.TLS_MATERIAL, file.toString(), what, e);
    }
}

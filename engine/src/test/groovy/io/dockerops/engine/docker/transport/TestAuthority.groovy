package io.dockerops.engine.docker.transport

import java.nio.file.Path
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.KeyStore
import java.security.PrivateKey
import java.security.cert.X509Certificate
import java.security.interfaces.ECPrivateKey
import java.time.Instant
import java.time.temporal.ChronoUnit
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLServerSocket
import javax.net.ssl.TrustManagerFactory
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo
import org.bouncycastle.asn1.sec.ECPrivateKey as EcStructure
import org.bouncycastle.asn1.x500.X500Name
import org.bouncycastle.asn1.x509.BasicConstraints
import org.bouncycastle.asn1.x509.Extension
import org.bouncycastle.asn1.x509.GeneralName
import org.bouncycastle.asn1.x509.GeneralNames
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder

/** A certificate authority with keys made anew, for one spec. */
class TestAuthority {

    static final List<String> KINDS = ['RSA', 'EC', 'Ed25519']

    private final KeyPair keys = keyPair('EC')
    final X509Certificate certificate = sign('CN=authority', keys, true, null)
    private long serial

    /**
     * @param kind an algorithm, EC also with the bits of its curve
     */
    static KeyPair keyPair(String kind) {
        def (algorithm, bits) = kind.split(' ') as List
        def generator = KeyPairGenerator.getInstance(algorithm)
        if (algorithm != 'Ed25519') {
            generator.initialize(algorithm == 'RSA' ? 2048 : (bits ?: '256') as int)
        }
        generator.generateKeyPair()
    }

    /** A certificate for a host name or a client. */
    X509Certificate certify(KeyPair whose, String name) {
        sign("CN=$name", whose, false, new GeneralNames(new GeneralName(GeneralName.dNSName, name)))
    }

    /** A listener for a host of that name. */
    SSLServerSocket listener(String name, boolean clientsNeedCertificates) {
        def hostKeys = keyPair('EC')
        def own = KeyStore.getInstance('PKCS12')
        own.load(null, null)
        own.setKeyEntry('host', hostKeys.private, ''.toCharArray(), [certify(hostKeys, name)] as X509Certificate[])
        own.setCertificateEntry('authority', certificate)
        def keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        keyManagers.init(own, ''.toCharArray())
        def trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        trustManagers.init(own)
        def context = SSLContext.getInstance('TLS')
        context.init(keyManagers.keyManagers, trustManagers.trustManagers, null)
        def listener = (SSLServerSocket) context.serverSocketFactory.createServerSocket(0, 10, InetAddress.loopbackAddress)
        listener.needClientAuth = clientsNeedCertificates
        listener
    }

    /** Writes ca.pem, cert.pem and key.pem for a client with keys of a kind. */
    TlsFiles writeTo(Path folder, String kind = 'EC') {
        def clientKeys = keyPair(kind)
        folder.resolve('ca.pem').toFile().text = pem(certificate)
        folder.resolve('cert.pem').toFile().text = pem(certify(clientKeys, 'client'))
        folder.resolve('key.pem').toFile().text = pkcs8(clientKeys.private)
        TlsFiles.in(folder)
    }

    static String pem(X509Certificate certificate) {
        pemBlock('CERTIFICATE', certificate.encoded)
    }

    /** In the forms that OpenSSL wrote before version 3. */
    static String pkcs1(PrivateKey key) {
        pemBlock('RSA PRIVATE KEY', PrivateKeyInfo.getInstance(key.encoded).parsePrivateKey().toASN1Primitive().encoded)
    }

    static String sec1(KeyPair keys) {
        def curve = PrivateKeyInfo.getInstance(keys.private.encoded).privateKeyAlgorithm.parameters
        def point = SubjectPublicKeyInfo.getInstance(keys.public.encoded).publicKeyData
        def key = (ECPrivateKey) keys.private
        pemBlock('EC PRIVATE KEY', new EcStructure(key.params.order.bitLength(), key.s, point, curve).encoded)
    }

    static String pkcs8(PrivateKey key) {
        pemBlock('PRIVATE KEY', key.encoded)
    }

    static String pemBlock(String label, byte[] der) {
        "-----BEGIN $label-----\n${Base64.getMimeEncoder(64, '\n'.bytes).encodeToString(der)}\n-----END $label-----\n"
    }

    private X509Certificate sign(String subject, KeyPair whose, boolean authority, GeneralNames names) {
        def now = Instant.now()
        def builder = new JcaX509v3CertificateBuilder(
            new X500Name('CN=authority'), BigInteger.valueOf(++serial), Date.from(now.minus(1, ChronoUnit.HOURS)),
            Date.from(now.plus(1, ChronoUnit.HOURS)), new X500Name(subject), whose.public)
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
        if (names != null) {
            builder.addExtension(Extension.subjectAlternativeName, false, names)
        }
        def signer = new JcaContentSignerBuilder('SHA256withECDSA').build(keys.private)
        new JcaX509CertificateConverter().getCertificate(builder.build(signer))
    }
}

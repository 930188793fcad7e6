package io.dockerops.engine.docker.transport;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One block of a PEM file.
 *
 * @param label what stands after BEGIN
 * @param encrypted whether its lines begin with headers, as those of keys in OpenSSL's old encrypted form do
 * @param content what stands between, in base64
 */
record Pem(String label, boolean encrypted, String content) {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** All blocks; what stands between them is comment. */
    static List<Pem> blocks(String text) throws GeneralSecurityException {
        List<Pem> blocks = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int afterLabel = text.indexOf(DASHES, begin + BEGIN.length());
            int end = afterLabel < 0 ? -1 : text.indexOf(END, afterLabel);
            if (end < 0) {
                throw new GeneralSecurityException("a block of the PEM file has no end");
            }
            String label = text.substring(begin + BEGIN.length(), afterLabel);
            String content = text.substring(afterLabel + DASHES.length(), end);
            blocks.add(new Pem(label, content.indexOf(':') >= 0, content));
            begin = text.indexOf(BEGIN, end);
        }
        return blocks;
    }

    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Pem each : blocks(text)) {
            if (each.label.equals("CERTIFICATE")) {
                ByteArrayInputStream der = new ByteArrayInputStream(each.bytes());
                certificates.add((X509Certificate) factory.generateCertificate(der));
            }
        }
        return certificates;
    }

    byte[] bytes() throws GeneralSecurityException {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("a block of the PEM file is not base64", e);
        }
    }
}

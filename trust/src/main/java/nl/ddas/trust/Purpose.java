// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// What a certificate is for; a party has one of each, with a key of its own.
public enum Purpose {
    /// Both ends of a mutual TLS connection.
    TLS("tls"),
    /// Signatures over messages.
    SIGNING("ondertekening"),
    /// Receiving encrypted messages.
    ENCRYPTION("versleuteling");

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    /// Dutch word, as in file names.
    public String word() {
        return word;
    }

    /// Why a certificate may not be used to sign messages, in Dutch; nothing when it may. Wants key usage
    /// digitalSignature, no authority, and no extended use for TLS: those belong to another certificate.
    static Optional<String> objectionToSigning(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[0]) {
            return Optional.of("het sleutelgebruik digitalSignature ontbreekt");
        }
        return objectionToMessages(certificate);
    }

    /// Why may not be encrypted to a certificate, in Dutch; nothing when it may. Wants key usage keyEncipherment, no
    /// authority, and no extended use for TLS: a TLS certificate for RSA has keyEncipherment as well.
    static Optional<String> objectionToEncrypting(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[2]) {
            return Optional.of("het sleutelgebruik keyEncipherment ontbreekt");
        }
        return objectionToMessages(certificate);
    }

    private static Optional<String> objectionToMessages(X509Certificate certificate) {
        if (certificate.getBasicConstraints() >= 0) {
            return Optional.of("het is het certificaat van een uitgever");
        }
        try {
            List<String> extended = certificate.getExtendedKeyUsage();
            return extended != null && (extended.contains(SERVER_AUTH) || extended.contains(CLIENT_AUTH))
                    ? Optional.of("het is bedoeld voor TLS (serverAuth of clientAuth)")
                    : Optional.empty();
        } catch (CertificateParsingException unreadable) {
            return Optional.of("het uitgebreide sleutelgebruik is niet te lezen");
        }
    }
}

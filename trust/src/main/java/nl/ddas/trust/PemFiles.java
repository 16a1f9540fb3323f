// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/// Certificates, revocation lists and keys in files that somebody gave us: PEM, and for the first two DER as well, as
/// authorities publish them.
public final class PemFiles {

    private static final int DER_SEQUENCE = 0x30;

    private PemFiles() {}

    /// A way to read text in PEM.
    private interface Reading<T> {
        T of(String pem) throws GeneralSecurityException;
    }

    /// A way to read bytes in DER.
    private interface DerReading<T> {
        T of(byte[] der) throws GeneralSecurityException;
    }

    /// All certificates in a file, at least one.
    ///
    /// @throws IOException when it holds none, or cannot be read
    public static List<X509Certificate> certificates(Path file) throws IOException {
        return notEmpty(
                read(
                        file,
                        Pem::readCertificates,
                        der -> List.of((X509Certificate)
                                Certificates.factory().generateCertificate(new ByteArrayInputStream(der)))),
                file,
                "certificate");
    }

    /// All revocation lists in a file, at least one.
    ///
    /// @throws IOException when it holds none, or cannot be read
    public static List<X509CRL> crls(Path file) throws IOException {
        return notEmpty(
                read(
                        file,
                        Pem::readCrls,
                        der -> List.of((X509CRL) Certificates.factory().generateCRL(new ByteArrayInputStream(der)))),
                file,
                "revocation list");
    }

    /// A private key (PKCS#8) with its certificates, leaf first, in PEM.
    ///
    /// @throws IOException when it holds something else, or cannot be read
    public static Identity identity(Path file) throws IOException {
        return read(file, Pem::readIdentity, der -> {
            throw new GeneralSecurityException("expected PEM, found DER");
        });
    }

    private static <T> T read(Path file, Reading<T> pem, DerReading<T> der) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return bytes.length > 0 && bytes[0] == DER_SEQUENCE
                    ? der.of(bytes)
                    : pem.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IOException(file + " cannot be used: " + unreadable.getMessage(), unreadable);
        }
    }

    private static <T> List<T> notEmpty(List<T> found, Path file, String what) throws IOException {
        if (found.isEmpty()) {
            throw new IOException(file + " holds no " + what);
        }
        return found;
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.KeyFileFault;
import nl.ddas.trust.PemFault.Fault;
import nl.ddas.trust.PemFault.Kind;

/// Keys, certificates and revocation lists in files that somebody else keeps up to date: PEM, and for what is public
/// DER as well.
public final class PemFiles {

    private static final int DER_SEQUENCE = 0x30;

    private PemFiles() {}

    /// A private key without password (PKCS#8, PKCS#1 or SEC 1; RSA or EC) and its certificates, leaf first.
    ///
    /// @throws KeyFileFault when the file is open to every user
    /// @throws PemFault when it holds something else
    /// @throws IOException when the file cannot be read
    public static Identity identity(Path file) throws IOException {
        String text = new String(SecretFile.read(file), StandardCharsets.ISO_8859_1);
        try {
            return Pem.readIdentity(text);
        } catch (KeyUnfit unfit) {
            throw unfit.in(file);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw unusable(file, Kind.KEY, unusable);
        }
    }

    /// Certificates.
    ///
    /// @throws PemFault when the file holds none
    /// @throws IOException when the file cannot be read
    public static List<X509Certificate> certificates(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<X509Certificate> read = isDer(bytes)
                    ? List.of((X509Certificate)
                            Certificates.factory().generateCertificate(new ByteArrayInputStream(bytes)))
                    : Pem.readCertificates(new String(bytes, StandardCharsets.ISO_8859_1));
            return some(read, Kind.CERTIFICATE, file);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw unusable(file, Kind.CERTIFICATE, unusable);
        }
    }

    /// One certificate in DER, spelled in plain base64 as in `x5c`; empty when it is anything else.
    public static Optional<X509Certificate> certificate(String base64) {
        return StrictBase64.standard(base64).flatMap(Certificates::readStrictly);
    }

    /// Revocation lists in a file, or in all files of a folder that end in `.pem` or `.crl`.
    ///
    /// @throws PemFault when one holds none
    /// @throws IOException when one cannot be read
    public static List<X509CRL> revocationLists(Path fileOrFolder) throws IOException {
        if (!Files.isDirectory(fileOrFolder)) {
            return some(
                    revocationLists(fileOrFolder, Files.readAllBytes(fileOrFolder)),
                    Kind.REVOCATION_LIST,
                    fileOrFolder);
        }
        List<X509CRL> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(fileOrFolder, "*.{pem,crl}")) {
            for (Path file : files) {
                all.addAll(revocationLists(file));
            }
        }
        return List.copyOf(all);
    }

    /// Revocation lists, as they came from elsewhere; may be none.
    ///
    /// @param from where they came from, for messages
    /// @throws PemFault when they are something else
    public static List<X509CRL> revocationLists(Object from, byte[] bytes) throws IOException {
        try {
            return isDer(bytes)
                    ? List.of(Certificates.list(bytes))
                    : Pem.readCrls(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw unusable(from, Kind.REVOCATION_LIST, unusable);
        }
    }

    private static <T> List<T> some(List<T> read, Kind kind, Path file) throws PemFault {
        if (read.isEmpty()) {
            throw new PemFault(new Fault.None(file, kind));
        }
        return read;
    }

    private static boolean isDer(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == DER_SEQUENCE;
    }

    private static PemFault unusable(Object where, Kind kind, Exception why) {
        return new PemFault(new Fault.Broken(where.toString(), kind, String.valueOf(why.getMessage())), why);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Settings;
import nl.ddas.basis.WholeFile;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Pem;
import nl.ddas.trust.PemFiles;

/// Where everything of an authority lies.
///
/// ```
/// ca.yaml                        what was decided at the beginning
/// stam.pem                       certificate of the root, for others to trust
/// stam-sleutel.pem               its key, with a password; take it away
/// uitgever-1.pem, uitgever-1-sleutel.pem    certificate and key of an issuing authority; 2 follows 1
/// goedkeuring/                   journal of the operators, and their certificates
/// publicatie/                    to be served on the web: lists (.crl) and certificates (.cer), DER
/// uitgegeven/NUMMER/             certificates of the party of a request, PEM
/// ```
record CaFolder(Path folder) {

    private static final String PUBLIC = "rw-r--r--";

    Path approvals() {
        return folder.resolve("goedkeuring");
    }

    Path published() {
        return folder.resolve("publicatie");
    }

    Path rootCertificate() {
        return folder.resolve("stam.pem");
    }

    Path rootKey() {
        return folder.resolve("stam-sleutel.pem");
    }

    Path issued(long request) {
        return folder.resolve("uitgegeven").resolve(Long.toString(request));
    }

    private Path issuingKey(int generation) {
        return folder.resolve("uitgever-" + generation + "-sleutel.pem");
    }

    Path settingsFile() {
        return folder.resolve("ca.yaml");
    }

    /// @throws IOException when it is not there
    CaSettings settings() throws IOException {
        Path file = settingsFile();
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return CaSettings.read(Settings.read("ca", file, Map.of()));
    }

    void write(CaSettings settings) throws IOException {
        Files.writeString(settingsFile(), settings.toYaml());
    }

    /// The root as the file says; what counts is in the register.
    X509Certificate root() throws IOException {
        return PemFiles.certificates(rootCertificate()).getFirst();
    }

    /// The root with its key, when the key is here.
    Optional<Identity> root(X509Certificate root, CaSecrets secrets) throws IOException {
        if (secrets.root().isEmpty() || !Files.exists(secrets.rootKey())) {
            return Optional.empty();
        }
        return Optional.of(
                new Identity(SealedKey.read(secrets.rootKey(), secrets.root().orElseThrow()), List.of(root)));
    }

    Identity issuing(Register.Generation generation, CaSecrets secrets) throws IOException {
        return new Identity(
                SealedKey.read(issuingKey(generation.number()), secrets.issuing()), List.of(generation.certificate()));
    }

    void writeRoot(Identity root, CaSecrets secrets, SecureRandom random) throws IOException {
        SealedKey.write(secrets.rootKey(), root.key(), secrets.root().orElseThrow(), random);
        WholeFile.write(rootCertificate(), Pem.write(root.chain()), PUBLIC);
    }

    void writeIssuing(int generation, Identity issuing, CaSecrets secrets, SecureRandom random) throws IOException {
        SealedKey.write(issuingKey(generation), issuing.key(), secrets.issuing(), random);
        WholeFile.write(folder.resolve("uitgever-" + generation + ".pem"), Pem.write(issuing.chain()), PUBLIC);
    }

    /// The list that is published now; empty also when it cannot be read: then it is due, as when there is none.
    Optional<X509CRL> list(String name) {
        Path file = published().resolve(name + ".crl");
        try {
            return hasList(name)
                    ? PemFiles.revocationLists(file, Files.readAllBytes(file)).stream()
                            .findFirst()
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Whether there is a file with a list, good or not.
    boolean hasList(String name) {
        return Files.exists(published().resolve(name + ".crl"));
    }

    void publish(String name, X509CRL list) throws IOException {
        try {
            publish(name + ".crl", list.getEncoded());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a list that was made cannot be written", broken);
        }
    }

    void publish(String name, X509Certificate certificate) throws IOException {
        try {
            publish(name + ".cer", certificate.getEncoded());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a certificate that was read cannot be written", broken);
        }
    }

    /// Readable for a web server, which may be doing so right now.
    private void publish(String name, byte[] der) throws IOException {
        Files.createDirectories(published());
        WholeFile.write(published().resolve(name), der, PUBLIC);
    }

    /// Leaf and issuing authority, and the anchor, for the party to fetch.
    void writeChain(Issued issued, X509Certificate issuing, X509Certificate root) throws IOException {
        Path folderOfRequest = WholeFile.folder(issued(issued.request()));
        WholeFile.write(
                folderOfRequest.resolve(issued.purpose().word() + "-keten.pem"),
                Pem.write(List.of(issued.certificate(), issuing)),
                PUBLIC);
        WholeFile.write(folderOfRequest.resolve("stam.pem"), Pem.write(List.of(root)), PUBLIC);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.StatusAnswers.Question;
import nl.ddas.basis.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers as they came, each in a file with the certificate it is about and that of its issuer, so that they outlive a
/// restart. Who reads them judges them again: they prove themselves.
record OcspFolder(Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(OcspFolder.class);
    private static final String RESPONSE = "OCSP RESPONSE";
    private static final int LARGEST = 256 * 1024;

    /// Without an answer that is kept, the next run asks again: hence no exception.
    void keep(Question question, byte[] response) {
        try {
            Files.createDirectories(folder);
            WholeFile.write(
                    file(question),
                    Pem.write(List.of(question.certificate(), question.issuer())) + Pem.block(RESPONSE, response),
                    "rw-r-----");
        } catch (IOException full) {
            LOG.warn("an answer about a certificate is not kept in {}", folder, full);
        }
    }

    void forget(Question question) {
        try {
            Files.deleteIfExists(file(question));
        } catch (IOException stays) {
            LOG.warn("an answer about a certificate stays in {}", folder, stays);
        }
    }

    /// What an earlier run kept; may be old or changed.
    Map<Question, byte[]> read() {
        Map<Question, byte[]> all = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.ocsp")) {
            for (Path file : files) {
                read(file, all);
            }
        } catch (IOException unreadable) {
            LOG.warn("answers about certificates in {} are asked again", folder, unreadable);
        }
        return all;
    }

    private static void read(Path file, Map<Question, byte[]> all) throws IOException {
        String text = Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        List<byte[]> responses = Pem.blocks(RESPONSE, text);
        try {
            List<X509Certificate> pair = Pem.readCertificates(text);
            if (pair.size() == 2 && responses.size() == 1) {
                all.put(new Question(pair.getFirst(), pair.getLast()), responses.getFirst());
            }
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            LOG.warn("{} cannot be used, and is asked again", file, changed);
        }
    }

    private Path file(Question question) {
        MessageDigest name = Sha256.digest();
        name.update(Sha256.der(question.issuer()));
        name.update(Sha256.der(question.certificate()));
        return folder.resolve(HexFormat.of().formatHex(name.digest(), 0, 16) + ".ocsp");
    }
}

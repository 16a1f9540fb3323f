// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificates of the operators as files, for people to look at; the journal decides.
final class OperatorFolder {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorFolder.class);

    private final Path folder;

    OperatorFolder(Path folder) {
        this.folder = folder;
    }

    /// Makes the files those of these operators.
    void show(List<Operator> operators) throws IOException {
        Set<String> wanted = operators.stream().map(OperatorFolder::name).collect(Collectors.toSet());
        Files.createDirectories(folder);
        for (Operator operator : operators) {
            Path file = folder.resolve(name(operator));
            if (!Files.exists(file)) {
                Files.writeString(file, CertificateText.pem(operator.certificate()), StandardCharsets.US_ASCII);
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path file : files) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    /// Says which files make nobody operator.
    void warnOfStrangers(List<Operator> operators) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<String> known = operators.stream().map(OperatorFolder::name).collect(Collectors.toSet());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!known.contains(file.getFileName().toString())) {
                    LOG.warn("{} makes nobody operator: only the journal does", file);
                }
            }
        }
    }

    private static String name(Operator operator) {
        return operator.fingerprint().substring(0, 16) + ".pem";
    }
}

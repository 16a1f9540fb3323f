// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;

/// Key material in PEM files that somebody else keeps up to date, read at each call: fit as source of
/// [nl.ddas.basis.TlsReload]. Replace files by moving a whole new one over the old.
///
/// @param keyAndChain private key (PKCS#8, RSA or EC) and certificates, leaf first; readable by its owner (and
///     group) only
/// @param anchors files with root certificates
/// @param lists where the revocation lists are
public record TlsFiles(Path keyAndChain, List<Path> anchors, Lists lists) implements Supplier<Tls> {

    /// Where the revocation lists are: a choice that has to be made, as in [Revocation].
    public sealed interface Lists {
        /// Files with lists.
        record In(List<Path> files) implements Lists {}

        /// Revoked certificates are let in.
        record None(String reason) implements Lists {}
    }

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    /// @throws UncheckedIOException when a file is not there, is open to others, or holds something else
    @Override
    public Tls get() {
        try {
            Identity identity = identity();
            List<X509Certificate> trusted = new ArrayList<>();
            for (Path file : anchors) {
                trusted.addAll(Pem.readCertificates(Files.readString(file)));
            }
            return new Tls(identity.key(), identity.chain(), List.copyOf(trusted), revocation());
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new UncheckedIOException(new IOException(
                    "key material of " + keyAndChain + " cannot be used: " + unreadable.getMessage(), unreadable));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Identity identity() throws IOException, GeneralSecurityException {
        if (Files.getPosixFilePermissions(keyAndChain).stream().anyMatch(OTHERS::contains)) {
            throw new IOException("key file " + keyAndChain + " is open to every user; close it with chmod 600");
        }
        return Pem.readIdentity(Files.readString(keyAndChain));
    }

    private Revocation revocation() throws IOException, GeneralSecurityException {
        return switch (lists) {
            case Lists.In(List<Path> files) -> {
                List<X509CRL> read = new ArrayList<>();
                for (Path file : files) {
                    read.addAll(Pem.readCrls(Files.readString(file)));
                }
                yield new Revocation.Checked(read);
            }
            case Lists.None(String reason) -> new Revocation.Unchecked(reason);
        };
    }
}

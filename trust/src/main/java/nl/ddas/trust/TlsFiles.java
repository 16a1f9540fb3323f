// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;

/// Key material in PEM files that somebody else keeps up to date, read at each call: fit as source of
/// [nl.ddas.basis.TlsReload]. Replace files by moving a whole new one over the old.
///
/// @param keyAndChain private key without password (RSA or EC) and certificates, leaf first; readable by its owner
///     (and group) only
/// @param anchors files with root certificates, or folders as in [Anchors]
/// @param lists where the revocation lists are
/// @param environment production refuses anchors that are for practice
public record TlsFiles(Path keyAndChain, List<Path> anchors, Lists lists, Environment environment)
        implements Supplier<Tls> {

    /// Where the revocation lists are: a choice that has to be made, as in [Revocation].
    public sealed interface Lists {
        /// Files with lists, or folders with such files.
        ///
        /// @param clock tells which lists are in force, at each connection
        record In(List<Path> files, InstantSource clock) implements Lists {}

        /// Lists, and answers about single certificates, that somebody else keeps.
        ///
        /// @param source those of now; may throw [UncheckedIOException]
        record From(Supplier<Revocation.Checked> source) implements Lists {}

        /// Revoked certificates are let in.
        record None(String reason) implements Lists {}
    }

    /// @throws UncheckedIOException when a file is not there, is open to others, or holds something else
    /// @throws IllegalArgumentException when an anchor is for practice, and this is not
    @Override
    public Tls get() {
        try {
            Identity identity = PemFiles.identity(keyAndChain);
            return new Tls(identity.key(), identity.chain(), trusted(), revocation(lists));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The anchors alone, for who wants to know early whether they can be used.
    ///
    /// @throws UncheckedIOException when one cannot be read, or there is none
    /// @throws IllegalArgumentException when one is for practice, and this is not
    public List<X509Certificate> trusted() {
        try {
            List<X509Certificate> trusted = new Anchors(anchors).of(Set.of(Purpose.TLS));
            environment.requireAccepted(trusted);
            return trusted;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The lists of now.
    ///
    /// @throws IOException when they cannot be read, or there are none
    public static Revocation revocation(Lists lists) throws IOException {
        return switch (lists) {
            case Lists.In(List<Path> files, InstantSource clock) -> {
                List<X509CRL> read = new ArrayList<>();
                for (Path file : files) {
                    read.addAll(PemFiles.revocationLists(file));
                }
                yield checked(read, clock);
            }
            case Lists.From(Supplier<Revocation.Checked> source) -> source.get();
            case Lists.None(String reason) -> new Revocation.Unchecked(reason);
        };
    }

    private static Revocation checked(List<X509CRL> lists, InstantSource clock) throws IOException {
        if (lists.isEmpty()) {
            throw new IOException("there is no revocation list where they should be");
        }
        return new Revocation.Checked(lists, clock);
    }
}

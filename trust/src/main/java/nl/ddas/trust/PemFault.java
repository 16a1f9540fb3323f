// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.nio.file.Path;

/// What a file or address gives is not the key, certificate or revocation list that was expected. The message
/// is for the operator; who speaks to users makes a text of [#fault].
public final class PemFault extends IOException {

    private static final long serialVersionUID = 1L;

    /// What was expected.
    public enum Kind {
        KEY("key material of "),
        CERTIFICATE("the certificate in "),
        REVOCATION_LIST("the revocation list in ");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// What is wrong, with what a text for users needs.
    public sealed interface Fault {
        /// The private key asks for a password, and there is nobody to give it.
        record HasPassword(Path file) implements Fault {}

        /// @param found number of private keys; one is expected
        record NotOneKey(Path file, int found) implements Fault {}

        /// There is a private key and no certificate.
        record NoCertificate(Path file) implements Fault {}

        /// The first certificate does not belong to the private key.
        record OtherKey(Path file) implements Fault {}

        /// There is nothing of the kind.
        record None(Path file, Kind kind) implements Fault {}

        /// It cannot be read.
        ///
        /// @param where a file or an address
        /// @param why English, of the reader
        record Broken(String where, Kind kind, String why) implements Fault {}
    }

    private final transient Fault fault;

    PemFault(Fault fault) {
        super(message(fault));
        this.fault = fault;
    }

    PemFault(Fault fault, Exception cause) {
        super(message(fault), cause);
        this.fault = fault;
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    private static String message(Fault fault) {
        return switch (fault) {
            case Fault.HasPassword(Path file) -> unusable(file, Kind.KEY, "the private key has a password");
            case Fault.NotOneKey(Path file, int found) ->
                unusable(file, Kind.KEY, "expected one private key, found " + found);
            case Fault.NoCertificate(Path file) -> unusable(file, Kind.KEY, "there is no certificate with it");
            case Fault.OtherKey(Path file) -> unusable(file, Kind.KEY, "the first certificate belongs to another key");
            case Fault.None(Path file, Kind kind) -> unusable(file, kind, "there is none");
            case Fault.Broken(String where, Kind kind, String why) -> unusable(where, kind, why);
        };
    }

    private static String unusable(Object where, Kind kind, String why) {
        return kind.words + where + " cannot be used: " + why;
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.nio.file.Path;

/// The folder of a practice authority does not hold what was made there. The message is for the operator; who speaks to
/// users makes a text of [#fault].
public final class AuthorityFolderFault extends IOException {

    private static final long serialVersionUID = 1L;

    /// What is wrong, with what a text for users needs.
    public sealed interface Fault {
        /// A key with its certificates cannot be read; without the file a new one is made.
        record NoKey(Path file) implements Fault {}

        /// Revocation lists cannot be read; without the file new ones are made.
        record NoLists(Path file) implements Fault {}

        /// What lies there is for another environment.
        record OtherEnvironment(Path folder, Environment expected) implements Fault {}
    }

    private final transient Fault fault;

    AuthorityFolderFault(Fault fault) {
        super(message(fault));
        this.fault = fault;
    }

    AuthorityFolderFault(Fault fault, Exception cause) {
        super(message(fault) + " (" + cause.getMessage() + ")", cause);
        this.fault = fault;
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    private static String message(Fault fault) {
        return switch (fault) {
            case Fault.NoKey(Path file) -> file + " holds no key with its certificate; remove it to get a new one";
            case Fault.NoLists(Path file) -> file + " holds no revocation lists; remove it to get new ones";
            case Fault.OtherEnvironment(Path folder, Environment expected) ->
                folder + " holds the authority of another environment than " + expected;
        };
    }
}

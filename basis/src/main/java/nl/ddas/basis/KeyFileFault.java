// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.file.Path;

/// A file with a secret cannot be used. The message is for the operator; who speaks to users makes a text of [#fault].
public final class KeyFileFault extends IOException {

    private static final long serialVersionUID = 1L;

    /// What is wrong, with what a text for users needs.
    public sealed interface Fault {
        /// Others than its owner may read it.
        ///
        /// @param permissions as they are, such as `rw-r--r--`
        record OpenToOthers(Path file, String permissions) implements Fault {}

        /// It does not hold as many bytes as it should.
        record WrongSize(Path file, int expected, int got) implements Fault {}

        /// It lies in the folder that it opens.
        record InItsFolder(Path file, Path folder) implements Fault {}
    }

    private final transient Fault fault;

    public KeyFileFault(Fault fault) {
        super(message(fault));
        this.fault = fault;
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    private static String message(Fault fault) {
        return switch (fault) {
            case Fault.OpenToOthers(Path file, String permissions) ->
                "key file " + file + ": expected mode 0600, got " + permissions + "; close it to others with chmod 600";
            case Fault.WrongSize(Path file, int expected, int got) ->
                "key file " + file + ": expected " + expected + " bytes, got " + got;
            case Fault.InItsFolder(Path file, Path folder) ->
                "the key " + file + " must lie outside the folder " + folder;
        };
    }
}

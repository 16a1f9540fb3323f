// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.nio.file.Path;

/// The database cannot be used. The message is for the operator; who speaks to users makes a text of [#fault].
public final class DatabaseUnavailable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /// What is wrong, with what a text for users needs.
    public sealed interface Fault {
        /// The embedded server does not start.
        ///
        /// @param log what the server said itself
        record DoesNotStart(Path folder, Path log) implements Fault {}

        /// The embedded server does not start because it may not: as root it needs a user namespace (`unshare -U`),
        /// which the machine probably refuses.
        record NeedsUserNamespace(Path folder, Path log) implements Fault {}

        /// The embedded server is being started or stopped by another program, and that takes long.
        record Busy(Path folder) implements Fault {}

        /// The password of an embedded server is gone or not readable: without it the data stays closed.
        ///
        /// @param file where it must be
        record NoPassword(Path file, String why) implements Fault {}

        /// There is no server at this address, or it refuses us.
        ///
        /// @param address JDBC URL without its parameters
        record NoConnection(String address) implements Fault {}
    }

    private final transient Fault fault;

    DatabaseUnavailable(Fault fault, Throwable cause) {
        super(message(fault) + ": " + cause.getMessage(), cause);
        this.fault = fault;
    }

    /// What is wrong.
    public Fault fault() {
        return fault;
    }

    private static String message(Fault fault) {
        return switch (fault) {
            case Fault.DoesNotStart(Path folder, Path log) ->
                "the embedded PostgreSQL in " + folder + " does not start (log: " + log + ")";
            case Fault.NeedsUserNamespace(Path folder, Path log) ->
                "the embedded PostgreSQL in " + folder + " does not start as root (log: " + log
                        + "); is the user namespace (unshare -U) refused?";
            case Fault.Busy(Path folder) ->
                "the embedded PostgreSQL in " + folder + " is being started or stopped by another program";
            case Fault.NoPassword(Path file, String why) -> "no password in " + file + " (" + why + ")";
            case Fault.NoConnection(String address) -> "no connection to the database " + address;
        };
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server cannot listen where it should. The message is for the operator; who speaks to users makes a text of
/// [#reason].
public final class NotListening extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// Another program listens there.
        IN_USE,
        /// Low ports are for the system, or the machine forbids it.
        NOT_ALLOWED,
        /// The address is another machine's.
        NOT_OURS,
        /// Something else, or it took too long.
        OTHER
    }

    private final String address;
    private final Reason reason;

    /// @param host a name or an address
    /// @param cause what the network said
    public NotListening(String host, int port, IOException cause) {
        super("not listening on " + host + ":" + port + ": " + cause.getMessage(), cause);
        this.address = host + ":" + port;
        this.reason = reason(cause);
    }

    /// Host and port, with a colon between them.
    public String address() {
        return address;
    }

    /// Why not, as far as the cause shows.
    public Reason reason() {
        return reason;
    }

    /// The JDK and the network library only hand on what the operating system says.
    private static Reason reason(Throwable cause) {
        String said = Stream.iterate(cause, layer -> layer != null, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(" "));
        if (said.contains("already in use")) {
            return Reason.IN_USE;
        }
        if (said.contains("Permission denied") || said.contains("EACCES")) {
            return Reason.NOT_ALLOWED;
        }
        return said.contains("Cannot assign requested address") ? Reason.NOT_OURS : Reason.OTHER;
    }
}

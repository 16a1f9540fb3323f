// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/// No connection could be made. The message is for the operator; who speaks to users makes a text of the fields.
public final class NoConnection extends IOException {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// Nothing listens at that address and port.
        REFUSED,
        /// No address is known for that name.
        UNKNOWN_HOST,
        /// One of both ends does not accept the certificate of the other, or they have no version or suite in common.
        TLS,
        /// No answer in time, or the network is away.
        UNREACHABLE
    }

    private final String host;
    private final int port;
    private final Reason reason;

    NoConnection(String host, int port, IOException cause) {
        super("no connection to " + host + ":" + port + ": " + cause.getMessage(), cause);
        this.host = host;
        this.port = port;
        this.reason = reason(cause);
    }

    /// The name or address that was called.
    public String host() {
        return host;
    }

    /// The port that was called.
    public int port() {
        return port;
    }

    /// Why nothing came about, as far as the cause shows.
    public Reason reason() {
        return reason;
    }

    private static Reason reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Reason.UNKNOWN_HOST;
            }
            if (cause instanceof ConnectException
                    && String.valueOf(cause.getMessage()).contains("refused")) {
                return Reason.REFUSED;
            }
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return Reason.TLS;
            }
        }
        return Reason.UNREACHABLE;
    }
}

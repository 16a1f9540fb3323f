// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import nl.ddas.basis.Headers;

/// Verifies the signature on a message body while it streams by; knows form A, refuses everything else it meets.
/// Order of the steps: security sheet 2.4.
public final class PayloadVerifier {

    /// Looks at the headers first: cheap refusals come before any byte of the body.
    ///
    /// @param headers of the message, `nlgov-adr-payload-sig` and `Digest` among them
    public Verifying start(Headers headers) {
        throw new UnsupportedOperationException();
    }

    /// A body being verified: write all its bytes, then ask the verdict.
    public abstract static class Verifying extends OutputStream {
        /// Ends the body.
        public abstract Verdict finish() throws IOException;
    }

    /// The outcome.
    public sealed interface Verdict {
        /// The body is what this signer signed at `signedAt`.
        record Verified(X509Certificate signer, String oin, Instant signedAt, byte[] sha256, String payloadSig)
                implements Verdict {}

        /// @param code kebab-case reason, the type suffix of security sheet 2.6, such as `handtekening-ongeldig`
        /// @param detail Dutch, no bytes of message or certificate
        record Refused(String code, String detail) implements Verdict {}
    }
}

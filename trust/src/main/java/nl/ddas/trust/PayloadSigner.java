// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.OutputStream;
import java.time.Clock;

/// Signs message bodies: detached JWS over the exact bytes (form A of DDAS v1.0), PS256, made while streaming.
///
/// Source: DDAS signing-encryptie.md; RFC 7515 appendix F; JAdES baseline B (`iat`, `x5t#S256`).
public final class PayloadSigner {

    /// @param identity the signing certificate, never the one used for TLS
    public PayloadSigner(Identity identity, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /// A stream to write the body into; [Signing#finish] gives the header values. Thread-safe factory, stream for one
    /// thread.
    public Signing start() {
        throw new UnsupportedOperationException();
    }

    /// Signs bytes that are ready.
    public Signature sign(byte[] body) {
        throw new UnsupportedOperationException();
    }

    /// A body being signed.
    public abstract static class Signing extends OutputStream {
        /// Ends the body.
        public abstract Signature finish();
    }

    /// @param payloadSig value of `nlgov-adr-payload-sig`
    /// @param digest value of `Digest`: `SHA-256=` and padded base64
    public record Signature(String payloadSig, String digest) {}
}

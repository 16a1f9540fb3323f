// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Certificates of others that come without a signature over a message: a chain on its own. Reads them, and follows
/// them up to an anchor by the same rules as those of signatures.
public final class Chains {

    private Chains() {}

    /// Why a chain is not trusted at a moment; nothing when it is.
    ///
    /// @param chain leaf first; an anchor at the end is allowed
    public static Optional<Refusal> objection(List<X509Certificate> chain, Trust trust, Instant now) {
        try {
            PathCheck.check(chain, trust, now);
            return Optional.empty();
        } catch (Rejection rejection) {
            return Optional.of(rejection.refusal());
        }
    }

    /// Which certificate of a chain that is not trusted stands in the way, and why: a clause in Dutch, such as
    /// `het 2e certificaat van de keten is getekend over SHA1`.
    ///
    /// @param chain leaf first; an anchor at the end is allowed
    /// @return empty when none does, but the chain leads to no anchor
    public static Optional<String> fault(List<X509Certificate> chain, Trust trust, Instant now) {
        return PathCheck.fault(chain, trust, now);
    }

    /// For what the authority above a chain is trusted, when that is something else than what the trust is for.
    ///
    /// @param chain leaf first
    public static Optional<Purpose> otherPurpose(List<X509Certificate> chain, Trust trust) {
        return PathCheck.otherPurpose(chain, trust);
    }

    /// One certificate in DER and nothing else: no PEM, no bytes behind it, no other spelling of the same.
    public static Optional<X509Certificate> read(byte[] der) {
        return Certificates.readStrictly(der);
    }
}

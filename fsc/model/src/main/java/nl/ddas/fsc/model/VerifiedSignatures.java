// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Which signatures were found to be by the key of the certificate that they name, so that the same bytes
/// are not verified again. That is a fact of mathematics: it has nothing to do with whether the certificate
/// is trusted now, which is asked each time. Holds a bounded number of them. Safe for many threads.
public final class VerifiedSignatures {

    private static final int MOST = 20_000;

    /// By a hash: a signature with its payload can be long.
    private final SequencedMap<String, Boolean> verified = new LinkedHashMap<>();

    /// Whether a signature is by a key, as was found before or else is found now.
    ///
    /// @param key of the certificate that the header of the signature names, which the caller has seen to
    boolean verifies(Jws jws, PublicKey key) {
        String compact = jws.signingInput() + "." + Digests.url(jws.signature());
        String id = Digests.url(Digests.sha256(compact.getBytes(StandardCharsets.US_ASCII)));
        synchronized (verified) {
            if (verified.containsKey(id)) {
                return true;
            }
        }
        if (!jws.verifies(key)) {
            return false;
        }
        synchronized (verified) {
            verified.put(id, true);
            if (verified.size() > MOST) {
                Map.Entry<String, Boolean> _ = verified.pollFirstEntry();
            }
        }
        return true;
    }
}

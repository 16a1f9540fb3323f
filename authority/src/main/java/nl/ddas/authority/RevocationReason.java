// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;

/// Why a certificate is revoked (RFC 5280, section 5.3.1).
public enum RevocationReason {
    UNSPECIFIED("geen-reden", CRLReason.unspecified),
    KEY_COMPROMISE("sleutel-gelekt", CRLReason.keyCompromise),
    AFFILIATION_CHANGED("gegevens-gewijzigd", CRLReason.affiliationChanged),
    SUPERSEDED("vervangen", CRLReason.superseded),
    CESSATION("gestopt", CRLReason.cessationOfOperation),
    PRIVILEGE_WITHDRAWN("recht-vervallen", CRLReason.privilegeWithdrawn),
    CA_COMPROMISE("uitgever-gelekt", CRLReason.cACompromise);

    private final String word;
    private final int code;

    RevocationReason(String word, int code) {
        this.word = word;
        this.code = code;
    }

    /// Dutch word, as on the command line.
    public String word() {
        return word;
    }

    /// Whether this may still be said of a certificate that was revoked for the other reason: a key that leaked
    /// is never taken again, also when its certificate was gone already.
    public boolean outweighs(RevocationReason other) {
        return this == KEY_COMPROMISE && other != KEY_COMPROMISE;
    }

    int code() {
        return code;
    }

    /// The one with this word.
    public static Optional<RevocationReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst();
    }
}

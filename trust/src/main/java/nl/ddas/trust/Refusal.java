// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.util.Locale;

/// Why a message is not accepted on account of its signature, encryption or certificate, with the HTTP status that goes
/// with it: 400 cannot be verified, 403 verified but not allowed, 503 cannot be decided now.
public enum Refusal {
    HANDTEKENING_ONTBREEKT(400),
    HANDTEKENING_DUBBEL(400),
    HANDTEKENING_FORMAAT(400),
    HANDTEKENING_TE_GROOT(400),
    HANDTEKENING_ALGORITME(400),
    HANDTEKENING_KRITIEK(400),
    HANDTEKENING_SLEUTELVERWIJZING(400),
    HANDTEKENING_SIGD(400),
    HANDTEKENING_ONGELDIG(400),
    HANDTEKENING_TIJD(400),
    HANDTEKENING_HERHAALD(400),
    CERTIFICAAT_ONTBREEKT(400),
    CERTIFICAAT_FORMAAT(400),
    CERTIFICAAT_THUMBPRINT(400),
    CERTIFICAAT_NIET_VERTROUWD(400),
    CERTIFICAAT_GELDIGHEID(400),
    CERTIFICAAT_INGETROKKEN(400),
    CERTIFICAAT_SLEUTELLENGTE(400),
    CERTIFICAAT_GEBRUIK(400),
    CERTIFICAAT_FUNCTIESCHEIDING(400),
    CERTIFICAAT_OIN(400),
    DIGEST_ONTBREEKT(400),
    DIGEST_FORMAAT(400),
    DIGEST_AFWIJKING(400),
    ENCRYPTIE_VEREIST(400),
    ENCRYPTIE_NIET_VERWACHT(400),
    ENCRYPTIE_ALGORITME(400),
    ENCRYPTIE_ONGELDIG(400),
    IDENTITEIT_AFWIJKING(403),
    INTREKKINGSSTATUS_ONBEKEND(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /// Kebab-case code, the type suffix of the problem, such as `handtekening-ongeldig`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// HTTP status of the answer to a request that is refused for this.
    public int status() {
        return status;
    }

    Rejection because(String detail) {
        return new Rejection(this, detail);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.List;
import java.util.UUID;

/// The problems that a listener itself reports.
final class Problems {

    private Problems() {}

    static Problem internal() {
        return problem(
                500,
                "Er ging iets mis op de server",
                "Uw verzoek kon niet worden verwerkt. Probeer het later opnieuw. Blijft het misgaan, meld dan het"
                        + " kenmerk bij 'instance' aan de beheerder.");
    }

    static Problem bodyTooLarge(long limit) {
        return problem(413, "Het bericht is te groot", "Verwacht: een bericht van ten hoogste " + limit + " bytes.");
    }

    static Problem headTooLarge() {
        return problem(
                431,
                "De kop van het verzoek is te groot",
                "Verwacht: een eerste regel en headers van samen ten hoogste " + Wire.MAX_HEAD + " bytes.");
    }

    static Problem malformed() {
        return problem(
                400, "Het verzoek is geen geldig HTTP-verzoek", "Verwacht: een verzoek volgens HTTP/1.1 (RFC 9112).");
    }

    private static Problem problem(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, "urn:uuid:" + UUID.randomUUID(), List.of());
    }
}

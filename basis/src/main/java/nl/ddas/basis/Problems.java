// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.List;

/// The problems that a listener itself reports; each has a mark by which the operator finds it back in the log.
final class Problems {

    private Problems() {}

    static Problem internal(String mark) {
        return problem(
                mark,
                500,
                "Er ging iets mis op de server",
                "Uw verzoek kon niet worden verwerkt. Probeer het later opnieuw. Blijft het misgaan, meld dan het"
                        + " kenmerk bij 'instance' aan de beheerder.");
    }

    static Problem bodyTooLarge(String mark, long limit) {
        return problem(
                mark, 413, "Het bericht is te groot", "Verwacht: een bericht van ten hoogste " + limit + " bytes.");
    }

    static Problem headTooLarge(String mark) {
        return problem(
                mark,
                431,
                "De kop van het verzoek is te groot",
                "Verwacht: een eerste regel en headers van samen ten hoogste " + Network.MAX_HEAD + " bytes.");
    }

    static Problem malformed(String mark) {
        return problem(
                mark,
                400,
                "Het verzoek is geen geldig HTTP-verzoek",
                "Verwacht: een verzoek volgens HTTP/1.1 (RFC 9112).");
    }

    private static Problem problem(String mark, int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, mark, List.of());
    }
}

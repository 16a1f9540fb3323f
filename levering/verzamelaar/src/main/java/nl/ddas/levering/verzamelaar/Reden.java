// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import nl.ddas.levering.verkeer.Inhoudscodering;

/// Why a delivery stands still, as far as the collector finds it itself; `docs/nl/problemen.md` explains each. Other
/// reasons come from what refused: the code of a [nl.ddas.trust.Refusal], `http-` with the status of an answer, the
/// code of a gateway, or one of these behind `verslag-`, `token-` or `versleuteling-`.
enum Reden {
    GEEN_VERBINDING("geen-verbinding"),
    /// Less came than the smallest rate asks for.
    ANTWOORD_TE_TRAAG("antwoord-te-traag"),
    /// One answer took longer than it may.
    ANTWOORD_DUURT_TE_LANG("antwoord-duurt-te-lang"),
    ANTWOORD_TE_GROOT("antwoord-te-groot"),
    /// The answer has a `Content-Encoding`; its body was not read.
    ANTWOORD_GECOMPRIMEERD(Inhoudscodering.REDEN),
    TE_VEEL_PAGINAS("te-veel-paginas"),
    VIRUS_GEVONDEN("virus-gevonden"),
    /// The virus scanner gives no answer.
    VIRUSSCAN_MISLUKT("virusscan-mislukt"),
    /// An encrypted answer says itself that it goes with another request.
    ANTWOORD_OP_ANDER_VERZOEK("antwoord-op-ander-verzoek"),
    BUITEN_VENSTER("buiten-venster"),
    /// The supplier makes new snapshots faster than they can be collected.
    MOMENTOPNAME_WISSELT("momentopname-wisselt"),
    GEEN_SLEUTELS_VOOR_VERSLEUTELING("geen-sleutels-voor-versleuteling"),
    TOKEN_ANTWOORD_ONLEESBAAR("token-antwoord-onleesbaar"),
    /// Our own key cannot sign now.
    TOKEN_NIET_ONDERTEKEND("token-niet-ondertekend"),
    /// Our own disk refuses.
    OPSLAG_STUK("opslag-stuk"),
    DATABASE_WEG("database-weg"),
    /// The supplier of a row is not in the list any more.
    LEVERANCIER_ONBEKEND("leverancier-onbekend"),
    INTERNE_FOUT("interne-fout");

    private final String code;

    Reden(String code) {
        this.code = code;
    }

    /// As kept and shown, kebab-case.
    String code() {
        return code;
    }
}

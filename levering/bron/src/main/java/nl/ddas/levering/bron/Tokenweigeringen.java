// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import nl.ddas.levering.verkeer.Weigering;

/// The refusals that have to do with access tokens, with the header that RFC 6750 (section 3) wants.
final class Tokenweigeringen {

    private static final String HEADER = "WWW-Authenticate";
    private static final String DIENST = "Bearer realm=\"ddas\"";

    private Tokenweigeringen() {}

    /// Without an error: who did not know of tokens did nothing wrong.
    static Weigering ontbreekt() {
        return Weigering.van(
                        "token-ontbreekt",
                        401,
                        "Er is een token nodig",
                        "Vraag eerst een token op /oauth/token en stuur dat mee als Authorization: Bearer.")
                .met(HEADER, DIENST);
    }

    /// @param waarom Dutch, plain ASCII without quotes
    static Weigering ongeldig(String waarom) {
        return Weigering.van(
                        "token-ongeldig",
                        401,
                        "Dit token geldt niet",
                        "Het token is niet aanvaard: " + waarom + ". Vraag een nieuw token op /oauth/token.")
                .met(HEADER, DIENST + ", error=\"invalid_token\", error_description=\"" + waarom + "\"");
    }

    static Weigering bereik() {
        return Weigering.van(
                        "token-bereik",
                        403,
                        "Met dit token mag dit niet",
                        "Vraag een token met scope " + Tokenweg.SCOPE + ".")
                .met(HEADER, DIENST + ", error=\"insufficient_scope\", scope=\"" + Tokenweg.SCOPE + "\"");
    }

    static Weigering inAdres() {
        return Weigering.van(
                "token-in-adres",
                400,
                "Een token hoort niet in het adres",
                "Adressen komen in logboeken terecht. Stuur het token mee als Authorization: Bearer, en gebruik dit token"
                        + " niet meer.");
    }
}

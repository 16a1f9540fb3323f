// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.Duration;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Weigering;

/// `GET /health` on the port of the API, where whoever has a certificate of an anchor may ask: whether gegevens
/// can be delivered, in one word, or the refusal that asking for them would get. What stands behind that is for
/// the administrator of this machine (see [Beheer]).
///
/// @param problemen makes a refusal an answer
record Gezondheidsweg(Gezondheid gezondheid, Problemen problemen) implements Weg {

    private static final Duration LATER = Duration.ofMinutes(5);

    @Override
    public Uitslag bewandel(Request verzoek) {
        // Not as a refusal: who looks whether we are there is no unexpected sender.
        return new Uitslag.Gegeven(antwoord(), "health", "geen");
    }

    private Response antwoord() {
        Gezondheid.Status status = gezondheid.stand().status();
        return switch (status) {
            case GOED, VEROUDERD ->
                Response.of(
                        200,
                        Headers.of("Content-Type", "application/json"),
                        JsonObject.EMPTY.with("status", status.tekst()).toBytes());
            case TE_OUD -> problemen.antwoord(Weigeringen.teOud(LATER));
            case GEEN_MOMENTOPNAME -> problemen.antwoord(Weigeringen.geenMomentopname(LATER));
            case ONDERTEKENEN_LUKT_NIET -> problemen.antwoord(Weigering.ondertekenenLuktNiet());
        };
    }
}

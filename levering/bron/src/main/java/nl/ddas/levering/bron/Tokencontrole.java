// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.basis.Request;
import nl.ddas.levering.verkeer.Weigering;
import nl.ddas.trust.jose.AccessTokens;

/// Looks at `Authorization: Bearer` before anything of a request is read (RFC 6750, section 2.1).
///
/// @param weg what the request wants
record Tokencontrole(Tokenmodus modus, AccessTokens tokens, Weg weg) implements Weg {

    private static final String BEARER = "bearer ";

    @Override
    public Uitslag bewandel(Request verzoek) throws IOException {
        Optional<Weigering> bezwaar = bezwaar(verzoek);
        return bezwaar.isPresent() ? Uitslag.geweigerd(bezwaar.get()) : weg.bewandel(verzoek);
    }

    private Optional<Weigering> bezwaar(Request verzoek) {
        List<String> regels = verzoek.headers().all("Authorization");
        if (regels.isEmpty()) {
            return modus == Tokenmodus.VERPLICHT ? Optional.of(Tokenweigeringen.ontbreekt()) : Optional.empty();
        }
        String regel = regels.getFirst();
        if (regels.size() > 1 || !regel.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.of(Tokenweigeringen.ongeldig("Authorization is niet een keer Bearer en het token"));
        }
        if (verzoek.peer().isEmpty()) {
            return Optional.of(Tokenweigeringen.ongeldig("er is geen certificaat bij de verbinding"));
        }
        String token = regel.substring(BEARER.length()).strip();
        return switch (tokens.check(token, verzoek.peer().getFirst())) {
            case AccessTokens.Outcome.Invalid(String waarom) -> Optional.of(Tokenweigeringen.ongeldig(waarom));
            case AccessTokens.Outcome.Valid geldig ->
                geldig.scopes().stream().anyMatch(Tokenweg.SCOPES::contains)
                        ? Optional.empty()
                        : Optional.of(Tokenweigeringen.bereik());
        };
    }
}

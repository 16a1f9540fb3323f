// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.Verzoektelling.Verzoeker;
import nl.ddas.levering.verkeer.Afzender;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Verzoeklimiet;
import nl.ddas.levering.verkeer.Weigering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The outermost layer: finds the way, holds back who asks too often, counts, and puts the version on every
/// answer.
final class Voordeur implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Voordeur.class);

    /// OAuth profile, API design rules: no token in an address (RFC 6750 once allowed it).
    private static final Pattern TOKEN_IN_ADRES =
            Pattern.compile("[?&](access_token|token)=", Pattern.CASE_INSENSITIVE);

    /// @param methoden methods that this path knows, as in `Allow`
    record Adres(String methoden, Weg weg) {

        boolean kent(String methode) {
            return (", " + methoden + ",").contains(", " + methode + ",");
        }
    }

    private final Map<String, Adres> adressen;
    private final Ontvangst ontvangst;
    private final Verzoeklimiet limiet;
    private final Verzoektelling telling;
    private final Problemen problemen;

    Voordeur(
            Map<String, Adres> adressen,
            Ontvangst ontvangst,
            Verzoeklimiet limiet,
            Verzoektelling telling,
            Problemen problemen) {
        this.adressen = adressen;
        this.ontvangst = ontvangst;
        this.limiet = limiet;
        this.telling = telling;
        this.problemen = problemen;
    }

    @Override
    public Response handle(Request verzoek) {
        String afzender = ontvangst.afzender(verzoek).map(Afzender::oin).orElse("onbekend");
        Verzoeker wie = new Verzoeker(afzender, ontvangst.verwacht(verzoek));
        Response antwoord =
                switch (uitslag(verzoek, afzender)) {
                    case Uitslag.Gegeven(Response gegeven, String uitkomst, String parameters) -> {
                        // The token endpoint refuses in the words of OAuth.
                        telling.tel(wie, uitkomst, parameters, gegeven.status() / 100 == 4);
                        yield gegeven;
                    }
                    case Uitslag.Geweigerd(Weigering weigering, String parameters) -> {
                        telling.tel(wie, weigering.code(), parameters, true);
                        yield problemen.antwoord(weigering);
                    }
                };
        return new Response(antwoord.status(), antwoord.headers().with("API-Version", Openapi.VERSIE), antwoord.body());
    }

    private Uitslag uitslag(Request verzoek, String afzender) {
        Optional<Uitslag> bezwaar = bezwaar(verzoek, afzender);
        if (bezwaar.isPresent()) {
            return bezwaar.get();
        }
        Adres adres = adressen.get(pad(verzoek));
        try {
            return adres == null
                    ? Uitslag.geweigerd(Weigeringen.onbekendPad())
                    : adres.weg().bewandel(verzoek);
        } catch (BodyTooLarge teGroot) {
            return Uitslag.geweigerd(Weigering.teGroot(0));
        } catch (IOException | RuntimeException stuk) {
            LOG.error("{} {} failed", verzoek.method(), pad(verzoek), stuk);
            return Uitslag.geweigerd(Weigering.kapot());
        }
    }

    private Optional<Uitslag> bezwaar(Request verzoek, String afzender) {
        Adres adres = adressen.get(pad(verzoek));
        if (adres == null) {
            return Optional.of(Uitslag.geweigerd(Weigeringen.onbekendPad()));
        }
        if (!adres.kent(verzoek.method())) {
            return Optional.of(Uitslag.geweigerd(Weigering.methode(adres.methoden())));
        }
        if (TOKEN_IN_ADRES.matcher(verzoek.path()).find()) {
            return Optional.of(Uitslag.geweigerd(Tokenweigeringen.inAdres()));
        }
        Duration wacht = limiet.neem(afzender);
        return wacht.isZero() ? Optional.empty() : Optional.of(Uitslag.geweigerd(Weigering.teVaak(wacht)));
    }

    private static String pad(Request verzoek) {
        int vraag = verzoek.path().indexOf('?');
        return vraag < 0 ? verzoek.path() : verzoek.path().substring(0, vraag);
    }
}

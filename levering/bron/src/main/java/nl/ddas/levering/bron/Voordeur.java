// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Afzenderalarm;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Verzoeker;
import nl.ddas.levering.verkeer.Verzoeklimiet;
import nl.ddas.levering.verkeer.Weigering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The outermost layer: holds back who asks too often, finds the way, counts, rings the alarm, and puts the version
/// on every answer.
final class Voordeur implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Voordeur.class);

    /// OAuth profile, API design rules: no token in an address (RFC 6750 once allowed it).
    private static final Pattern TOKEN_IN_ADRES =
            Pattern.compile("[?&](access_token|token)=", Pattern.CASE_INSENSITIVE);

    /// @param methoden methods that this path knows
    record Adres(List<String> methoden, Weg weg) {

        /// For who only looks.
        static Adres lezen(Weg weg) {
            return new Adres(List.of("GET", "HEAD"), weg);
        }

        /// For who sends something.
        static Adres sturen(Weg weg) {
            return new Adres(List.of("POST"), weg);
        }
    }

    private final Map<String, Adres> adressen;
    private final Ontvangst ontvangst;
    private final Verzoeklimiet limiet;
    private final Verzoektelling telling;
    private final Afzenderalarm alarm;
    private final Problemen problemen;

    Voordeur(
            Map<String, Adres> adressen,
            Ontvangst ontvangst,
            Verzoeklimiet limiet,
            Verzoektelling telling,
            Afzenderalarm alarm,
            Problemen problemen) {
        this.adressen = adressen;
        this.ontvangst = ontvangst;
        this.limiet = limiet;
        this.telling = telling;
        this.alarm = alarm;
        this.problemen = problemen;
    }

    @Override
    public Response handle(Request verzoek) {
        Verzoeker wie = ontvangst.verzoeker(verzoek, ontvangst::verwacht);
        Response antwoord =
                switch (uitslag(verzoek, wie)) {
                    case Uitslag.Gegeven(Response gegeven, String uitkomst, String parameters) -> {
                        telling.tel(wie, uitkomst, parameters);
                        // The token endpoint refuses in the words of OAuth.
                        if (gegeven.status() / 100 == 4) {
                            alarm.geweigerd(wie, uitkomst);
                        }
                        yield gegeven;
                    }
                    case Uitslag.Geweigerd(Weigering weigering, String parameters) -> {
                        telling.tel(wie, weigering.code(), parameters);
                        alarm.geweigerd(wie, weigering.code());
                        yield problemen.antwoord(weigering);
                    }
                };
        return new Response(antwoord.status(), antwoord.headers().with("API-Version", Openapi.VERSIE), antwoord.body());
    }

    private Uitslag uitslag(Request verzoek, Verzoeker wie) {
        // Before all else: each refusal below is signed anew.
        Duration wacht = limiet.neem(wie.afzender());
        if (!wacht.isZero()) {
            return Uitslag.geweigerd(Weigering.teVaak(wacht));
        }
        Adres adres = adressen.get(pad(verzoek));
        if (adres == null) {
            return Uitslag.geweigerd(Weigeringen.onbekendPad());
        }
        if (!adres.methoden().contains(verzoek.method())) {
            return Uitslag.geweigerd(Weigering.methode(adres.methoden()));
        }
        if (TOKEN_IN_ADRES.matcher(verzoek.path()).find()) {
            return Uitslag.geweigerd(Tokenweigeringen.inAdres());
        }
        return bewandel(adres, verzoek);
    }

    private static Uitslag bewandel(Adres adres, Request verzoek) {
        try {
            return adres.weg().bewandel(verzoek);
        } catch (BodyTooLarge teGroot) {
            return Uitslag.geweigerd(Weigering.teGroot(0));
        } catch (IOException | RuntimeException stuk) {
            LOG.error("{} {} failed", verzoek.method(), pad(verzoek), stuk);
            return Uitslag.geweigerd(Weigering.kapot());
        }
    }

    private static String pad(Request verzoek) {
        int vraag = verzoek.path().indexOf('?');
        return vraag < 0 ? verzoek.path() : verzoek.path().substring(0, vraag);
    }
}

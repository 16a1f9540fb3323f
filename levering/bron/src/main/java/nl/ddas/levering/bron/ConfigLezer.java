// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.ddas.basis.Settings;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.bron.BronConfig.Bewaring;
import nl.ddas.levering.bron.BronConfig.Luisteren;
import nl.ddas.levering.bron.BronConfig.Opslag;
import nl.ddas.levering.bron.BronConfig.Tokens;
import nl.ddas.levering.bron.BronConfig.Versleuteling;
import nl.ddas.levering.bron.BronConfig.Verversing;
import nl.ddas.levering.verkeer.Beschikbaarheidslezer;
import nl.ddas.levering.verkeer.Instelling;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.levering.verkeer.Versleutellezer;

/// Turns the text of the settings into values, with messages that name the key and what was expected.
final class ConfigLezer {

    private final Settings settings;

    ConfigLezer(Settings settings) {
        this.settings = settings;
    }

    BronConfig lees() {
        Afnemers afnemers = afnemers();
        int grootsteVerslag = Instelling.positief(settings, "grootste-verslag-mb", 64);
        return new BronConfig(
                settings.required("naam"),
                new Luisteren(
                        settings.optional("adres").orElse("127.0.0.1"),
                        settings.integer("poort", 8443),
                        settings.integer("beheer-poort", 9443),
                        settings.value("tls-profiel", "digikoppeling of goed", TlsProfile::read)
                                .orElse(TlsProfile.DIGIKOPPELING)),
                new Opslag(
                        Path.of(settings.required("opslag-map")),
                        Path.of(settings.required("sleutel-bestand")),
                        verslagen(grootsteVerslag)),
                settings.optional("software"),
                bijVormfouten(settings.optional("bij-vormfouten").orElse("weigeren")),
                new Verversing(
                        Instelling.tijd(settings, "verversen-om", "03:30"),
                        settings.duration("opnieuw-na", Duration.ofMinutes(15)),
                        settings.duration("maximale-leeftijd", Duration.ofDays(2))),
                BronConfig.megabytes(Instelling.positief(settings, "pagina-ruimte-mb", 2048)),
                Instelling.positief(settings, "verzoeken-per-minuut", 120),
                BronConfig.megabytes(grootsteVerslag),
                settings.optional("probleem-basis").orElse("https://ddas.example/problemen"),
                afnemers.namen(),
                Beschikbaarheidslezer.lees(settings, "beschikbaarheid"),
                new Versleuteling(
                        afnemers.afspraken(),
                        BronConfig.megabytes(Instelling.positief(settings, "grootste-versleutelde-pagina-mb", 32))),
                tokens());
    }

    private Tokens tokens() {
        String tekst = settings.optional("token").orElse("uit");
        Tokenmodus modus = Tokenmodus.lees(tekst)
                .orElseThrow(() -> Instelling.fout("token", "uit, toegestaan of verplicht", tekst));
        Duration duur = settings.duration("token-duur", Tokens.GEEN.duur());
        if (duur.compareTo(Duration.ofSeconds(30)) < 0 || duur.compareTo(Duration.ofHours(1)) > 0) {
            throw Instelling.fout("token-duur", "een duur van 30s tot 1h", duur.toSeconds() + "s");
        }
        String uitgever = settings.optional("token-uitgever").orElse("");
        if (modus != Tokenmodus.UIT && !uitgever.matches("https://[^/?#]+(/[^?#]*)?[^/?#]")) {
            throw Instelling.fout(
                    "token-uitgever",
                    "het adres van deze API zoals anderen haar bereiken, zoals https://bron.example:8443, zonder"
                            + " schuine streep aan het eind",
                    uitgever);
        }
        return new Tokens(modus, duur, modus == Tokenmodus.UIT ? "" : uitgever);
    }

    private Bewaring verslagen(int grootste) {
        int ruimte = Instelling.positief(settings, "verslagen-ruimte-mb", 1024);
        if (ruimte < grootste) {
            throw Instelling.fout(
                    "verslagen-ruimte-mb",
                    "minstens grootste-verslag-mb, en dat is " + grootste,
                    Integer.toString(ruimte));
        }
        Duration termijn = settings.duration("verslagen-bewaren", Bewaring.STANDAARD.termijn());
        if (termijn.isZero()) {
            throw Instelling.fout("verslagen-bewaren", "een duur boven nul, zoals 400d", "0");
        }
        return new Bewaring(BronConfig.megabytes(ruimte), termijn);
    }

    private static BijVormfouten bijVormfouten(String tekst) {
        return switch (tekst) {
            case "weigeren" -> BijVormfouten.WEIGEREN;
            case "leveren" -> BijVormfouten.LEVEREN;
            default -> throw Instelling.fout("bij-vormfouten", "weigeren of leveren", tekst);
        };
    }

    /// @param namen by OIN
    /// @param afspraken about encryption, by OIN
    private record Afnemers(Map<String, String> namen, Map<String, Versleutelafspraak> afspraken) {}

    private Afnemers afnemers() {
        Versleutellezer versleuteling = Versleutellezer.van(settings);
        Map<String, String> namen = new HashMap<>();
        Map<String, Versleutelafspraak> afspraken = new HashMap<>();
        for (Settings afnemer : settings.list("toegestaan")) {
            String oin = afnemer.required("oin");
            namen.put(oin, afnemer.required("naam"));
            versleuteling.afspraak(afnemer).ifPresent(afspraak -> afspraken.put(oin, afspraak));
        }
        if (namen.isEmpty()) {
            throw Instelling.fout("toegestaan", "minstens één afnemer met oin en naam", "geen");
        }
        return new Afnemers(namen, afspraken);
    }
}

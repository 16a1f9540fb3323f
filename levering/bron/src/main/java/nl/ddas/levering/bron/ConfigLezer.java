// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Settings;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.bron.BronConfig.Bewaring;
import nl.ddas.levering.bron.BronConfig.Gegevens;
import nl.ddas.levering.bron.BronConfig.Grenzen;
import nl.ddas.levering.bron.BronConfig.Luisteren;
import nl.ddas.levering.bron.BronConfig.Opslag;
import nl.ddas.levering.bron.BronConfig.Toegang;
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
                gegevens(),
                new Grenzen(
                        BronConfig.megabytes(Instelling.positief(settings, "pagina-ruimte-mb", 2048)),
                        Instelling.positief(settings, "verzoeken-per-minuut", 120),
                        BronConfig.megabytes(grootsteVerslag)),
                settings.optional("probleem-basis").orElse("https://ddas.example/problemen"),
                new Toegang(
                        afnemers.namen(),
                        Beschikbaarheidslezer.lees(settings, "beschikbaarheid"),
                        new Versleuteling(
                                afnemers.afspraken(),
                                BronConfig.megabytes(
                                        Instelling.positief(settings, "grootste-versleutelde-pagina-mb", 32))),
                        tokens()));
    }

    private Gegevens gegevens() {
        return new Gegevens(
                settings.optional("software"),
                settings.value("bij-vormfouten", "weigeren of leveren", ConfigLezer::bijVormfouten)
                        .orElse(BijVormfouten.WEIGEREN),
                new Verversing(
                        Instelling.tijd(settings, "verversen-om", LocalTime.of(3, 30)),
                        settings.duration("opnieuw-na", Duration.ofMinutes(15)),
                        settings.duration("maximale-leeftijd", Duration.ofDays(2))));
    }

    private Tokens tokens() {
        Tokenmodus modus = settings.value("token", "uit, toegestaan of verplicht", Tokenmodus::lees)
                .orElse(Tokenmodus.UIT);
        Duration duur = settings.duration("token-duur", Tokens.GEEN.duur());
        if (duur.compareTo(Duration.ofSeconds(30)) < 0 || duur.compareTo(Duration.ofHours(1)) > 0) {
            throw settings.unfit("token-duur", "een duur van 30s tot 1h");
        }
        String uitgever = settings.optional("token-uitgever").orElse("");
        if (modus != Tokenmodus.UIT && !uitgever.matches("https://[^/?#]+(/[^?#]*)?[^/?#]")) {
            throw settings.unfit(
                    "token-uitgever",
                    "het adres van deze API zoals anderen haar bereiken, zoals https://bron.example:8443, zonder"
                            + " schuine streep aan het eind");
        }
        return new Tokens(modus, duur, modus == Tokenmodus.UIT ? "" : uitgever);
    }

    private Bewaring verslagen(int grootste) {
        int ruimte = Instelling.positief(settings, "verslagen-ruimte-mb", 1024);
        if (ruimte < grootste) {
            throw settings.unfit("verslagen-ruimte-mb", "minstens grootste-verslag-mb (" + grootste + ")");
        }
        Duration termijn = settings.duration("verslagen-bewaren", Bewaring.STANDAARD.termijn());
        if (termijn.isZero()) {
            throw settings.unfit("verslagen-bewaren", "een duur boven nul, zoals 400d");
        }
        return new Bewaring(BronConfig.megabytes(ruimte), termijn);
    }

    private static Optional<BijVormfouten> bijVormfouten(String tekst) {
        return switch (tekst) {
            case "weigeren" -> Optional.of(BijVormfouten.WEIGEREN);
            case "leveren" -> Optional.of(BijVormfouten.LEVEREN);
            default -> Optional.empty();
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
            throw settings.unfit("toegestaan", "minstens één afnemer met oin en naam");
        }
        return new Afnemers(namen, afspraken);
    }
}

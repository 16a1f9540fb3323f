// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Settings;
import nl.ddas.basis.TlsProfile;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.verkeer.Instelling;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Luisteren;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Ophalen;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Opslag;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Tempo;

/// Turns the text of the settings into values, with messages that name the key and what was expected.
final class ConfigLezer {

    private static final int GEEN_POORT = -1;
    private static final long KB = 1024;
    private static final long MB = 1024 * KB;

    private final Settings settings;

    ConfigLezer(Settings settings) {
        this.settings = settings;
    }

    VerzamelaarConfig lees() {
        return new VerzamelaarConfig(
                settings.optional("naam").orElse("CBS"),
                Instelling.oin(settings, "oin"),
                new Opslag(
                        DatabaseChoice.read(settings),
                        Path.of(settings.required("bewijs-map")),
                        Path.of(settings.required("sleutel-bestand")),
                        settings.duration("bewaartermijn", Duration.ofDays(400)),
                        databaseWacht()),
                settings.optional("leveranciers-bestand").map(Path::of),
                goedkeuring(),
                ophalen(),
                kalender(),
                settings.value("bsnmodus", "strikt of ruim", ConfigLezer::bsnmodus)
                        .orElse(BsnModus.STRIKT),
                new Luisteren(
                        settings.optional("adres").orElse("127.0.0.1"),
                        settings.integer("poort", 8444),
                        beheerPoort(),
                        settings.value("tls-profiel", "digikoppeling of goed", TlsProfile::read)
                                .orElse(TlsProfile.DIGIKOPPELING),
                        Instelling.positief(settings, "verzoeken-per-minuut", Luisteren.GEWONE_LIMIET)),
                settings.optional("probleem-basis").orElse("https://ddas.example/problemen"));
    }

    private OptionalInt beheerPoort() {
        int poort = settings.integer("beheer-poort", GEEN_POORT);
        return poort == GEEN_POORT ? OptionalInt.empty() : OptionalInt.of(poort);
    }

    private Duration databaseWacht() {
        Duration wacht = settings.duration("database-wacht", Database.PATIENCE);
        if (wacht.compareTo(Duration.ofSeconds(1)) < 0 || wacht.compareTo(Duration.ofMinutes(10)) > 0) {
            throw settings.unfit("database-wacht", "een duur van 1s tot 10m");
        }
        return wacht;
    }

    private Goedkeuring goedkeuring() {
        Duration termijn = settings.duration("goedkeuring-termijn", Duration.ofDays(14));
        Duration uiterlijk = settings.duration("goedkeuring-uiterlijk", Goedkeuring.Handmatig.STANDAARD);
        return settings.<Goedkeuring>value("goedkeuring", "direct, na-termijn of handmatig", tekst -> switch (tekst) {
                    case "direct" -> Optional.of(new Goedkeuring.Direct());
                    case "na-termijn" -> Optional.of(new Goedkeuring.NaTermijn(termijn));
                    case "handmatig" -> Optional.of(new Goedkeuring.Handmatig(uiterlijk));
                    default -> Optional.empty();
                })
                .orElseGet(() -> new Goedkeuring.Handmatig(uiterlijk));
    }

    private Ophalen ophalen() {
        return new Ophalen(
                Instelling.positief(settings, "tegelijk", 4),
                Instelling.positief(settings, "pogingen", 5),
                settings.duration("eerste-wacht", Duration.ofSeconds(2)),
                settings.duration("langste-wacht", Duration.ofMinutes(10)),
                settings.duration("opnieuw-na", Duration.ofHours(1)),
                settings.duration("stilte", Duration.ofMinutes(1)),
                MB * Instelling.positief(settings, "grootste-pagina-mb", 1024),
                Instelling.positief(settings, "meeste-paginas", 10_000),
                tempo());
    }

    private Tempo tempo() {
        Duration langste = settings.duration("langste-pagina", Tempo.STANDAARD.langste());
        if (langste.isZero()) {
            throw settings.unfit("langste-pagina", "een duur boven nul, zoals 30m");
        }
        int kb = settings.integer("minste-kb-per-seconde", (int) (Tempo.STANDAARD.minstePerSeconde() / KB));
        if (kb < 0) {
            throw settings.unfit("minste-kb-per-seconde", "een getal van 0 of hoger");
        }
        return new Tempo(langste, KB * kb);
    }

    private Kalender kalender() {
        List<Integer> dagen =
                settings.values("verzamelen-na-dagen", "een lijst van dagen van 1 tot 999", ConfigLezer::dagen);
        return new Kalender(
                dagen.isEmpty() ? List.of(45) : dagen, Instelling.tijd(settings, "verzamelen-om", LocalTime.of(8, 0)));
    }

    private static Optional<Integer> dagen(String tekst) {
        return tekst.matches("[1-9]\\d{0,2}") ? Optional.of(Integer.parseInt(tekst)) : Optional.empty();
    }

    private static Optional<BsnModus> bsnmodus(String tekst) {
        return switch (tekst) {
            case "strikt" -> Optional.of(BsnModus.STRIKT);
            case "ruim" -> Optional.of(BsnModus.RUIM);
            default -> Optional.empty();
        };
    }
}

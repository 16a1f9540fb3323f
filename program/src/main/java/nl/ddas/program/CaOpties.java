// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import nl.ddas.authority.AuthorityChanged;
import nl.ddas.authority.CaOutcome;
import nl.ddas.authority.CaSecrets;
import nl.ddas.authority.OwnAuthority;
import nl.ddas.authority.WrongPassword;
import nl.ddas.basis.JournalBroken;
import nl.ddas.basis.OperatorKey;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every command about an own authority, and what all of them do with them.
final class CaOpties {

    @Mixin
    Hulp hulp = new Hulp();

    @Option(names = "--ca", paramLabel = "MAP", description = "Waar de uitgever staat (standaard: var/ca).")
    Path ca = Path.of("var", "ca");

    /// Who acts.
    static final class Wie {
        @Option(
                names = "--beheerder",
                required = true,
                paramLabel = "PEM",
                description = "Uw sleutel met uw certificaat.")
        Path bestand = Path.of("");

        OperatorKey lees() {
            return Beheerderssleutel.lees(bestand);
        }
    }

    /// What opens the keys of the authority.
    static final class Geheimen {
        @Option(
                names = "--wachtwoord",
                paramLabel = "BESTAND",
                description = "Bestand met het wachtwoord van de uitgeversleutel (of de variabele DDAS_CA_WACHTWOORD).")
        Optional<Path> wachtwoord = Optional.empty();

        @Option(
                names = "--stam-wachtwoord",
                paramLabel = "BESTAND",
                description = "Bestand met het wachtwoord van de stamsleutel (of DDAS_CA_STAM_WACHTWOORD).")
        Optional<Path> stamWachtwoord = Optional.empty();

        @Option(
                names = "--stam-sleutel",
                paramLabel = "BESTAND",
                description = "Waar de stamsleutel nu is (standaard: stam-sleutel.pem in de map van de uitgever).")
        Optional<Path> stamSleutel = Optional.empty();

        CaSecrets lees(Path ca, Map<String, String> variabelen) {
            Optional<String> uitgever = wachtwoord
                    .map(Geheimen::geheim)
                    .or(() -> Optional.ofNullable(variabelen.get("DDAS_CA_WACHTWOORD")));
            Optional<String> stam = stamWachtwoord
                    .map(Geheimen::geheim)
                    .or(() -> Optional.ofNullable(variabelen.get("DDAS_CA_STAM_WACHTWOORD")));
            if (uitgever.isEmpty()) {
                throw new VerkeerdGebruik("het wachtwoord van de uitgeversleutel ontbreekt. Geef --wachtwoord BESTAND"
                        + " of zet DDAS_CA_WACHTWOORD");
            }
            try {
                return new CaSecrets(uitgever.get(), stamSleutel.orElse(ca.resolve("stam-sleutel.pem")), stam);
            } catch (IllegalArgumentException kort) {
                throw new VerkeerdGebruik("een wachtwoord van een sleutel heeft hier ten minste 12 tekens");
            }
        }

        private static String geheim(Path bestand) {
            Invoer.bestaat(bestand);
            return Geheimbestand.lees(bestand, "het wachtwoord");
        }
    }

    /// Something done with an authority.
    interface Werk {
        int doe(OwnAuthority uitgever) throws IOException;
    }

    /// Opens the authority and works with it; tells in Dutch what only this part can go wrong on.
    int voer(Omgeving omgeving, Werk werk) throws IOException {
        if (!Files.isRegularFile(ca.resolve("ca.yaml"))) {
            throw new VerkeerdGebruik(
                    "in " + ca + " is geen uitgever begonnen. Dat doet u met: ddas vertrouwen ca begin");
        }
        try {
            return werk.doe(OwnAuthority.open(ca, omgeving.klok(), new SecureRandom()));
        } catch (WrongPassword fout) {
            throw new VerkeerdGebruik("het wachtwoord past niet op de sleutel. Er is niets veranderd");
        } catch (JournalBroken stuk) {
            omgeving.fout()
                    .println("ddas: het journaal van de beheerders in " + ca + " is niet meer wat er is opgeschreven"
                            + " (regel " + stuk.line()
                            + "). Iemand heeft er buiten het programma om iets in veranderd of"
                            + " uit weggehaald. Zet een reservekopie terug, en zoek uit wat er is gebeurd.");
            return Uitgang.KAPOT;
        } catch (AuthorityChanged anders) {
            omgeving.fout()
                    .println("ddas: " + anders.file() + " is niet meer wat er bij het begin van deze uitgever is"
                            + " vastgelegd, en het journaal van de beheerders bewaart dat. Vertrouw dit bestand niet en"
                            + " geef het aan niemand. Zet een reservekopie terug, en zoek uit wie het heeft veranderd."
                            + " Volgens het journaal hoort er dit in te staan:");
            omgeving.fout().println(anders.expected());
            return Uitgang.KAPOT;
        }
    }

    /// Tells what came of an act.
    static int toon(Omgeving omgeving, CaOutcome uitkomst, String gelukt) {
        return switch (uitkomst) {
            case CaOutcome.Done(long id) -> {
                omgeving.uit().println(gelukt.replace("{id}", Long.toString(id)));
                yield Uitgang.GOED;
            }
            case CaOutcome.Refused(var waarom) -> {
                waarom.forEach(regel -> omgeving.fout().println("ddas: " + regel));
                yield Uitgang.BEVINDINGEN;
            }
        };
    }
}

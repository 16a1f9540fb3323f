// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in Dutch what exceptions say in English, where a user can do something about it: the disk, a port, a key, a
/// connection, a setting.
final class Systeemmelding {

    /// @param melding all or the start of what an exception says; groups come back in `nederlands` as `$1`
    private record Vertaling(Pattern melding, String nederlands) {

        static Vertaling van(String melding, String nederlands) {
            return new Vertaling(Pattern.compile(melding, Pattern.DOTALL), nederlands);
        }
    }

    private static final List<Vertaling> SCHIJF = List.of(
            Vertaling.van("No space left on device.*", "de schijf is vol. Maak ruimte vrij en probeer het opnieuw"),
            Vertaling.van(
                    "Disk quota exceeded.*", "uw deel van de schijf is op. Maak ruimte vrij en probeer het opnieuw"),
            Vertaling.van(
                    "File too large.*",
                    "het bestand wordt groter dan hier mag (kijk met: ulimit -f). Kies een andere plek of verruim de grens"),
            Vertaling.van("Read-only file system.*", "op deze schijf kan alleen gelezen worden. Kies een andere plek"),
            Vertaling.van(
                    "Permission denied.*",
                    "daar mag dit account niet bij. Kijk van wie het is, of kies een andere plek"),
            Vertaling.van("Not a directory.*", "een deel van het pad is een bestand en geen map. Kies een andere plek"),
            Vertaling.van("Is a directory.*", "dit is een map. Geef een bestand"),
            Vertaling.van("File name too long.*", "de naam is te lang. Kies een kortere naam"),
            Vertaling.van(
                    "Too many open files.*",
                    "dit account heeft te veel bestanden tegelijk open. Verruim de grens (kijk met: ulimit -n)"),
            Vertaling.van(
                    "Input/output error.*",
                    "de schijf geeft een fout. Kijk in het log van het systeem of zij nog goed is"),
            Vertaling.van(
                    Pattern.quote(Invoer.UITVOER_DICHT),
                    "de uitvoer neemt niets meer aan. Is de schijf vol, of is het programma gestopt dat meeleest?"));

    private static final List<Vertaling> DELEN = List.of(
            Vertaling.van(
                    "Illegal character in .*|Expected .+ at index \\d+.*|expected an https? URI.*",
                    "een adres in de instellingen is geen goed webadres. Verwacht is iets als https://voorbeeld.nl:8443"),
            Vertaling.van("(in de bewijs-map ontbreekt .+?)\\.?", "$1"),
            Vertaling.van(
                    "the secret of the person keys.*|the content of \\d+ records in the database.*",
                    "wat bewaard is, is beschadigd. Zet database, bewijs-map en sleutel-bestand uit dezelfde reservekopie"
                            + " terug"),
            Vertaling.van(
                    ".+ cannot sign messages: PS256 .*",
                    "met deze sleutel kan niet ondertekend worden: het is geen RSA. Vraag een certificaat aan met een"
                            + " RSA-sleutel"),
            Vertaling.van(
                    ".+ cannot sign messages: .*",
                    "dit certificaat is er niet voor om berichten mee te ondertekenen. Vraag er een aan waarmee het"
                            + " wel mag"),
            Vertaling.van(
                    "expected no anchor that is for practice in .*",
                    "een van de wortelcertificaten is om te oefenen, en hoort niet in productie. Haal het weg; is dit een"
                            + " test, zet dan groep-omgeving: test (FSC) of certificaten-omgeving: test in de"
                            + " instellingen, of geef de opdracht --omgeving test mee"),
            Vertaling.van(
                    "there is no anchor for (.+) in (.+)",
                    "er staat geen wortelcertificaat voor $1 in $2. Zet er een in de map zelf, of in de map van dat doel"),
            Vertaling.van(
                    "(.+): expected a folder with the name tls.*",
                    "$1 is een map die hier niet hoort. In een map met wortels horen mappen met de naam tls, ondertekening"
                            + " of versleuteling"),
            Vertaling.van(
                    "there is no revocation list where.*",
                    "er is geen enkele intrekkingslijst te vinden waar de instellingen ze noemen (intrekkingen). Kijk of de"
                            + " bestanden er staan en de adressen kloppen"),
            Vertaling.van(
                    "no revocation list from (.+), and none in (.+)",
                    "de intrekkingslijst van $1 is niet op te halen, en er is geen eerdere bewaard in $2. Kijk of het adres"
                            + " klopt en of deze computer er mag komen"),
            Vertaling.van(
                    "the name in (.+) is in use for another device.*",
                    "de naam bij name in $1 is al van een ander apparaat. Geef elke combinatie van library en slot een eigen"
                            + " naam"),
            Vertaling.van(
                    "Oin: expected.*",
                    "een OIN heeft 20 tekens en een KvK-nummer 8 cijfers; zet ze tussen aanhalingstekens"));

    private static final String VOORBEELD = "Wat er mag, staat bij het voorbeeld dat de opdracht config geeft";
    private static final Pattern ENGELS = Pattern.compile("\\b(?:expected|cannot|must|unknown|the)\\b");

    private static final List<Vertaling> INSTELLINGEN = List.of(
            Vertaling.van(
                    "Kalender: .*",
                    "bij verzamelen-na-dagen zijn dagen na het halfjaar verwacht, elk een getal van 1 of hoger"),
            Vertaling.van(
                    "Ophalen: .*",
                    "bij tegelijk, pogingen, grootste-pagina-mb en meeste-paginas hoort een getal van 1 of hoger"),
            Vertaling.van(
                    "Tempo: .*",
                    "bij langste-pagina hoort een duur boven nul, zoals 30m, en bij minste-kb-per-seconde een getal van 0"
                            + " of hoger"),
            Vertaling.van(
                    "Bewaring: .*",
                    "bij verslagen-ruimte-mb hoort een getal van 1 of hoger, en bij verslagen-bewaren een duur boven nul,"
                            + " zoals 400d"),
            Vertaling.van(
                    "Leverancier: expected a name .*",
                    "bij naam van een leverancier horen 1 tot 200 tekens; kort de naam in"),
            Vertaling.van(
                    "internal certificates: .*",
                    "bij intern-map of intern-ankers staat een wortelcertificaat dat ook van de Group is. Gebruik voor intern"
                            + " verkeer een eigen autoriteit"),
            Vertaling.van(
                    "internal-port, management-port, auto-sign-pdp and token-pdp: .*",
                    "bij internal-port en management-port, en bij auto-sign-pdp en token-pdp met https, horen interne"
                            + " certificaten. Zet er intern-map bij"),
            Vertaling.van(
                    "the TLS certificate has no peer id.*",
                    "in het certificaat voor TLS staat geen Peer ID (OIN, als serialNumber) en naam (O) zoals de Group die"
                            + " wil. Vraag een certificaat aan waar ze in staan"),
            Vertaling.van(
                    "port: expected one that the group.*",
                    "de Group staat deze poort niet toe. Kies een poort van de Group, gewoonlijk 443 of 8443"),
            Vertaling.van(
                    "endpoint: .*", "bij endpoint hoort het adres van de dienst, http of https, zonder vraagteken"),
            Vertaling.van("mutual: .*", "bij mutual: true hoort een endpoint met https, en geen anchors erbij"),
            Vertaling.van("at-once: .*", "bij at-once hoort een getal van 1 of hoger"),
            Vertaling.van(
                    "self: expected a port of the group (\\[.*?]), got .*",
                    "bij self staat een poort die de Group niet toestaat. Kies er een uit $1, en laat uw Inway daar"
                            + " bereikbaar zijn"),
            Vertaling.van(
                    "self: .*",
                    "bij self hoort het adres waar anderen uw Inway bereiken, zoals https://inway.voorbeeld.nl:443"),
            Vertaling.van(
                    "manager: .*",
                    "bij manager hoort het interne adres van uw Manager, met https, zoals https://localhost:9443"),
            Vertaling.van("pdp: .*", "bij pdp hoort een adres met https, of met http op deze computer"),
            Vertaling.van(
                    "host: expected a loopback.*",
                    "deze host is ook van buiten te bereiken, en wie daar komt laat niet zien wie hij is. Kies 127.0.0.1"
                            + " of clients: mutual, of zet plain-outside: true als uw netwerk is afgeschermd"),
            Vertaling.van("hostname-verification: .*", "bij hostname-verification hoort strict of peer-id"),
            Vertaling.van("names: .*", "bij elke naam in names hoort grant of service, en niet allebei"),
            Vertaling.van(
                    "grant: .*",
                    "bij grant hoort de hash van een grant; die begint met \\$1\\$ en een cijfer van 2 tot 5"),
            Vertaling.van("peer-id: .*", "bij peer-id hoort een Peer ID, meestal een OIN van 20 cijfers"),
            Vertaling.van("([a-z][a-z-]*): expected .*", "bij $1 past de waarde niet. " + VOORBEELD),
            Vertaling.van(
                    "Oin: .*", "een OIN heeft 20 tekens en een KvK-nummer 8 cijfers; zet ze tussen aanhalingstekens"));

    /// How to see more of what went wrong.
    static final String MEER = "Meer zien: zet DDAS_SPOREN=1 in de omgeving en probeer het opnieuw";

    private Systeemmelding() {}

    /// What the operating system says of a disk or file.
    static String schijf(String reden) {
        return vertaal(SCHIJF, reden).orElse("kijk of de plek bestaat en de schijf nog goed is. " + MEER);
    }

    /// What a part of the program says; empty when it is not among what a user can do something about.
    static Optional<String> deel(String melding) {
        return vertaal(DELEN, melding);
    }

    /// What a record of settings says; what is Dutch already stays.
    static String instelling(String melding) {
        return vertaal(INSTELLINGEN, melding)
                .or(() -> deel(melding))
                .orElse(ENGELS.matcher(melding).find() ? "een waarde past niet. " + VOORBEELD : melding);
    }

    private static Optional<String> vertaal(List<Vertaling> vertalingen, String melding) {
        for (Vertaling vertaling : vertalingen) {
            Matcher past = vertaling.melding().matcher(melding);
            if (past.matches()) {
                return Optional.of(past.replaceFirst(vertaling.nederlands()));
            }
        }
        return Optional.empty();
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.basis.KeyedHash;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Datums;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Geslacht;
import nl.ddas.levering.model.Schuld;
import nl.ddas.levering.model.Schuldeiser;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Uitstroom;

/// Takes out of a traject what identifies people: of a client stay the year of birth and the sex, of a creditor a keyed
/// hash of the name, of free text nothing. One for each thread.
final class Ontdaan {

    private static final Pattern KVK = Pattern.compile("\\d{8}");

    private final KeyedHash hash;

    /// @param geheim at least 16 bytes
    Ontdaan(byte[] geheim) {
        hash = new KeyedHash(geheim);
    }

    Schuldhulptraject van(Schuldhulptraject t) {
        return new Schuldhulptraject(
                Optional.of(t.gemeente().map(Gemeentecode::opDraad).orElse(Gemeentecode.ONBEKEND)),
                t.startdatum(),
                t.einddatum(),
                t.toekenningsdatum(),
                Optional.empty(),
                t.totaalSchuldbedragBijAanvangSchuld(),
                t.client().stream().map(Ontdaan::client).toList(),
                t.aanmelding(),
                t.intake(),
                t.planVanAanpak(),
                t.stabilisatie(),
                t.schuldregeling(),
                t.oplossing(),
                t.nazorg(),
                t.informatieEnAdvies(),
                t.begeleiding(),
                t.crisisinterventies(),
                t.moratoria(),
                t.voorlopigeVoorzieningen(),
                t.schulden().stream().map(this::schuld).toList(),
                t.uitstroom()
                        .map(einde -> new Uitstroom(
                                einde.datum(), einde.datumBeeindigingsbeschikking(), Optional.empty(), einde.reden())),
                List.of());
    }

    private static Client client(Client client) {
        return new Client(
                Optional.empty(),
                client.geboortedatum().flatMap(Ontdaan::jaar),
                client.geslachtsaanduiding().map(tekst -> Geslacht.geteld(tekst).tekst()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The year alone, in the form of a date that is known in part.
    private static Optional<String> jaar(String datum) {
        return Datums.geboortedatum(datum).map(geboren -> "%04d-00-00".formatted(geboren.jaar()));
    }

    private Schuld schuld(Schuld schuld) {
        return new Schuld(
                schuld.bedrag(),
                schuld.peildatum(),
                schuld.zakelijkeSchuld(),
                schuld.schuldsoort(),
                schuld.schuldeiser().map(this::schuldeiser));
    }

    private Schuldeiser schuldeiser(Schuldeiser wie) {
        Optional<String> naam = wie.naam().or(wie::naamVanSubject).map(this::sleutel);
        return new Schuldeiser(
                naam,
                Optional.empty(),
                wie.kvknummer().map(String::strip).filter(tekst -> KVK.matcher(tekst)
                        .matches()),
                Optional.empty(),
                wie.privepersoon());
    }

    private String sleutel(String naam) {
        String kaal = naam.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        byte[] uit = hash.add(("S" + kaal).getBytes(StandardCharsets.UTF_8)).end();
        return "s" + HexFormat.of().formatHex(uit, 0, 8);
    }
}

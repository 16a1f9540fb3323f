// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.Contactpersoon;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Moment;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Paginering;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.model.Versie;

/// A message made by hand, sound unless a test changes it, and run through the rules without a reader.
final class Proefbericht {

    Optional<LocalDate> start = Optional.of(LocalDate.of(2026, 1, 1));
    Optional<LocalDate> eind = Optional.of(LocalDate.of(2026, 6, 30));
    Optional<Moment> aanlevering = Optional.of(moment("2026-07-10T09:00:00+02:00"));
    Optional<String> leverancier = Optional.of("Voorbeeldsoft 4.2");
    Verwachting verwachting = Verwachting.geen(Instant.parse("2026-07-10T07:05:00Z"));
    Vorige vorige = Vorige.GEEN;
    Optional<Paginering> paginering = Optional.empty();
    Versie versie = Versie.V1_0;
    boolean bom;
    int limiet = 1024;
    final List<Afwijking> afwijkingen = new ArrayList<>();
    final List<Proeflevering> leveringen = new ArrayList<>();

    /// One levering of the message.
    static final class Proeflevering {
        Optional<Long> teller = Optional.of(1L);
        Optional<String> naam = Optional.of("Gemeente Delft");
        Optional<String> kvk = Optional.empty();
        Optional<String> postcode = Optional.of("2611AB");
        Optional<String> gemeentecode = Optional.of("0503");
        Optional<String> email = Optional.of("schuldhulp@delft.nl");
        boolean heeftTrajecten = true;
        final List<Proeftraject> trajecten = new ArrayList<>();

        LeveringKop kop() {
            List<Contactpersoon> contacten = email.isEmpty()
                    ? List.of()
                    : List.of(new Contactpersoon(email, Optional.empty(), Optional.empty(), Optional.empty()));
            return new LeveringKop(teller, new Organisatie(naam, kvk, postcode, gemeentecode, contacten));
        }

        Proeflevering met(Consumer<Proeftraject> anders) {
            Proeftraject traject = new Proeftraject(trajecten.size());
            anders.accept(traject);
            trajecten.add(traject);
            return this;
        }
    }

    /// What came out.
    record Uitkomst(Oordeel oordeel, List<Bevinding> bevindingen, List<String> aanroepen) {
        List<String> codes() {
            return bevindingen.stream().map(Bevinding::code).distinct().toList();
        }

        List<Bevinding> van(String code) {
            return bevindingen.stream().filter(b -> b.code().equals(code)).toList();
        }
    }

    static Moment moment(String tekst) {
        OffsetDateTime tijdstip = OffsetDateTime.parse(tekst);
        return new Moment(tijdstip, Optional.of(tijdstip.getOffset().getId()));
    }

    /// A sound message with one levering of one traject.
    static Proefbericht goed() {
        Proefbericht bericht = new Proefbericht();
        bericht.leveringen.add(new Proeflevering().met(traject -> {}));
        return bericht;
    }

    Proeflevering levering() {
        return leveringen.getFirst();
    }

    Proeftraject traject() {
        return levering().trajecten.getFirst();
    }

    /// A sound message of many trajecten of different persons.
    static Proefbericht met(int aantal, Consumer<Proeftraject> anders) {
        Proefbericht bericht = new Proefbericht();
        Proeflevering levering = new Proeflevering();
        bericht.leveringen.add(levering);
        for (int i = 0; i < aantal; i++) {
            levering.met(anders);
        }
        return bericht;
    }

    Uitkomst toets(Path map) throws IOException {
        return toets(map, List.of(this));
    }

    /// Runs the pages of one delivery; the first decides what was expected.
    static Uitkomst toets(Path map, List<Proefbericht> paginas) throws IOException {
        Proefbericht eerste = paginas.getFirst();
        List<Bevinding> bevindingen = new ArrayList<>();
        List<String> aanroepen = new ArrayList<>();
        List<Pagina> bronnen = paginas.stream()
                .map(pagina -> new Pagina(OptionalInt.empty(), InputStream::nullInputStream))
                .toList();
        try (Werkmap werkmap = new Werkmap(map);
                Toetsloop loop = new Toetsloop(
                        new Toetsvraag(
                                bronnen, eerste.verwachting, eerste.vorige, new Opschrijver(bevindingen, aanroepen)),
                        Regelset.eigen(),
                        werkmap,
                        eerste.limiet,
                        new Sleutelaar("een sleutel van ten minste 32 bytes".getBytes(StandardCharsets.UTF_8)))) {
            for (Proefbericht pagina : paginas) {
                pagina.lees(loop);
            }
            return new Uitkomst(loop.besluit(), bevindingen, aanroepen);
        }
    }

    private void lees(Toetsloop loop) {
        loop.kop(new Kop(start, eind, aanlevering, leverancier));
        afwijkingen.forEach(
                afwijking -> loop.afwijking(afwijking, new Plaats(OptionalInt.empty(), afwijking.pad(), 2, 10)));
        long trajecten = 0;
        for (int i = 0; i < leveringen.size(); i++) {
            Proeflevering levering = leveringen.get(i);
            loop.levering(i, levering.kop(), levering.heeftTrajecten, "/leveringen/" + i);
            for (int j = 0; j < levering.trajecten.size(); j++) {
                byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
                String pointer = "/leveringen/" + i + "/schuldhulptrajecten/" + j;
                loop.traject(
                        levering.trajecten.get(j).bouw(),
                        new TrajectPlek(i, j, pointer, 10L + j, 100L * j, bytes, 0, bytes.length));
                trajecten++;
            }
        }
        paginering.ifPresent(loop::paginering);
        loop.eindePagina(new Lezing.Gelezen(
                Optional.of(versie), new Lezing.Aantallen(leveringen.size(), trajecten, trajecten, 0), bom));
    }
}

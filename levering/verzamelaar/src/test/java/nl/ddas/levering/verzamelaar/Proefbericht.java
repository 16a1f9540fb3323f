// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Bsn;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Contactpersoon;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Moment;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Pages of small deliveries, made by hand.
final class Proefbericht {

    private Proefbericht() {}

    /// The pages of a delivery.
    ///
    /// @param eerste number of the first traject; what differs makes another delivery
    /// @param aantal trajecten; each third has no person that can be recognised, and is refused
    static List<byte[]> paginas(Aanleverperiode periode, Instant aangeleverd, int eerste, int aantal, int perPagina) {
        return paginas(periode, periode.start(), aangeleverd, eerste, aantal, perPagina);
    }

    /// @param begin the trajecten begin on this day or some days after, and run
    static List<byte[]> paginas(
            Aanleverperiode periode, LocalDate begin, Instant aangeleverd, int eerste, int aantal, int perPagina) {
        List<byte[]> paginas = new ArrayList<>();
        int totaal = Math.max(1, (aantal + perPagina - 1) / perPagina);
        for (int i = 0; i < totaal; i++) {
            int van = eerste + i * perPagina;
            int tot = Math.min(eerste + aantal, van + perPagina);
            String kop = "{\"gegevens\":" + uitwisselmodel(periode, begin, aangeleverd, van, tot);
            String eind = ",\"paginering\":{\"pageSize\":" + perPagina + ",\"currentPage\":" + (i + 1)
                    + ",\"totalPages\":" + totaal + ",\"totalRecords\":" + aantal + "}}";
            paginas.add((kop + eind).getBytes(StandardCharsets.UTF_8));
        }
        return paginas;
    }

    private static String uitwisselmodel(
            Aanleverperiode periode, LocalDate begin, Instant aangeleverd, int van, int tot) {
        Kop kop = new Kop(
                Optional.of(periode.start()),
                Optional.of(periode.eind()),
                Optional.of(new Moment(aangeleverd.atOffset(ZoneOffset.UTC), Optional.of("Z"))),
                Optional.of("Proefpakket 1.0"));
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, kop)) {
            schrijver.levering(new LeveringKop(Optional.of(1L), organisatie()));
            for (int i = van; i < tot; i++) {
                schrijver.traject(traject(begin, i));
            }
        } catch (IOException stuk) {
            throw new UncheckedIOException(stuk);
        }
        return uit.toString(StandardCharsets.UTF_8);
    }

    private static Organisatie organisatie() {
        Contactpersoon wie = new Contactpersoon(
                Optional.of("schuldhulp@voorbeeldstad.example"),
                Optional.empty(),
                Optional.of("Balie"),
                Optional.empty());
        return new Organisatie(
                Optional.of("Gemeente 's-Gravenhage"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("0518"),
                List.of(wie));
    }

    private static Schuldhulptraject traject(LocalDate begin, int nummer) {
        LocalDate start = begin.plusDays(nummer % 100);
        return new Schuldhulptraject(
                Optional.of("0518"),
                Optional.of(start),
                Optional.empty(),
                Optional.empty(),
                Optional.of("vrije tekst van " + nummer),
                Optional.of(1000L + nummer),
                nummer % 3 == 2 ? List.of() : List.of(client(nummer)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static Client client(int nummer) {
        return new Client(
                Optional.of(new Bsn(bsn(nummer))),
                Optional.of("1980-0" + (1 + nummer % 9) + "-15"),
                Optional.of(nummer % 2 == 0 ? "Man" : "Vrouw"),
                Optional.of("2511CA"),
                Optional.of(String.valueOf(1 + nummer)),
                Optional.empty());
    }

    /// An invented number that passes the elfproef.
    static String bsn(int nummer) {
        for (int laatste = 0; laatste < 100; laatste++) {
            String cijfers = "%07d%02d".formatted(9_990_000 + nummer, laatste);
            if (new Bsn(cijfers).voldoetAanElfproef()) {
                return cijfers;
            }
        }
        throw new IllegalStateException("no number passes");
    }
}

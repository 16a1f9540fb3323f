// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verzamelaar.Bronrecords;
import nl.ddas.levering.verzamelaar.Leverancier;
import nl.ddas.levering.verzamelaar.Leveranciers;
import nl.ddas.levering.verzamelaar.Verzamelaar;
import nl.ddas.levering.verzamelaar.VerzamelaarOnderdelen;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.presentation.Formats;
import nl.ddas.trust.PayloadSigner;

/// The collector of CBS in the demo: the half-year in one go, and files of the user over another period each over
/// their own.
final class DemoVerzameling implements AutoCloseable {

    private final Verzamelaar verzamelaar;
    private final Deelnemers deelnemers;
    private final DemoVerslag verslag;

    /// Those whose turn it is, out of all.
    private record Deelnemers(Leveranciers allen, AtomicReference<Set<String>> beurt) implements Leveranciers {
        @Override
        public List<Leverancier> lijst() {
            return allen.lijst().stream()
                    .filter(leverancier -> beurt.get().contains(leverancier.naam()))
                    .toList();
        }

        @Override
        public Optional<String> weigeringOnderweg(Headers antwoord) {
            return allen.weigeringOnderweg(antwoord);
        }
    }

    private DemoVerzameling(Verzamelaar verzamelaar, Deelnemers deelnemers, DemoVerslag verslag) {
        this.verzamelaar = verzamelaar;
        this.deelnemers = deelnemers;
        this.verslag = verslag;
    }

    /// Starts with an empty database.
    ///
    /// @param allen the suppliers and the way to them
    static DemoVerzameling start(
            Database database, DemoLeverancier.Omstandigheden om, Leveranciers allen, Path map, DemoVerslag verslag)
            throws IOException {
        database.jdbi("public").useHandle(db -> db.execute("DROP SCHEMA IF EXISTS verzamelaar CASCADE"));
        Deelnemers deelnemers = new Deelnemers(allen, new AtomicReference<>(Set.of()));
        VerzamelaarOnderdelen kaal = VerzamelaarOnderdelen.van(
                om.network(),
                () -> om.vertrouwen().tls(om.afnemer()),
                new PayloadSigner(om.afnemer().signing(), om.klok()),
                om.vertrouwen()::trust,
                deelnemers,
                om.lezer(),
                database,
                om.klok(),
                new SecureRandom());
        VerzamelaarOnderdelen onderdelen = om.logboeken()
                .map(logboeken -> kaal.met(
                        new Logboekaansluiting(logboeken.verzamelaar(), logboeken.leesadressen(), () -> "goed")))
                .orElse(kaal);
        Verzamelaar verzamelaar =
                Verzamelaar.start(DemoInstellingen.verzamelaar(om.afnemer().oin(), map), onderdelen);
        return new DemoVerzameling(verzamelaar, deelnemers, verslag);
    }

    /// What was read in.
    Bronrecords bronrecords() {
        return verzamelaar.bronrecords();
    }

    /// Collects the half-year.
    Verzamelresultaat verzamel(DemoLeveranciers wie, List<DemoLeverancier> gestart)
            throws IOException, InterruptedException {
        deelnemers
                .beurt()
                .set(gestart.stream()
                        .map(DemoVerzameling::naam)
                        .filter(naam -> wie.periode(naam).equals(wie.periode()))
                        .collect(Collectors.toUnmodifiableSet()));
        return verzamelaar.verzamel(wie.periode(), new DemoVoortgang(verslag));
    }

    /// Collects what is about another period.
    List<Verzamelresultaat> verzamelAndere(DemoLeveranciers wie, List<DemoLeverancier> gestart)
            throws IOException, InterruptedException {
        List<Verzamelresultaat> resultaten = new ArrayList<>();
        for (DemoLeverancier leverancier : gestart) {
            Aanleverperiode zijne = wie.periode(naam(leverancier));
            if (!zijne.equals(wie.periode())) {
                deelnemers.beurt().set(Set.of(naam(leverancier)));
                resultaten.add(verslag.stap(
                        "verzamelen " + naam(leverancier),
                        "Uw levering " + naam(leverancier) + " ophalen over " + Formats.day(zijne.start())
                                + " tot en met " + Formats.day(zijne.eind()),
                        () -> verzamelaar.verzamel(zijne, new DemoVoortgang(verslag))));
            }
        }
        return resultaten;
    }

    private static String naam(DemoLeverancier leverancier) {
        return leverancier.partij().name();
    }

    @Override
    public void close() {
        verzamelaar.close();
    }
}

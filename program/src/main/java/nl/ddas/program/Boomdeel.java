// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.logboek.boom.Boomgroei;
import nl.ddas.logboek.boom.Boomloop;
import nl.ddas.logboek.boom.Boomsleutels;
import nl.ddas.logboek.boom.Boomweg;
import nl.ddas.logboek.boom.Getuige;
import nl.ddas.logboek.boom.Getuigenpost;
import nl.ddas.logboek.boom.Getuigenronde;
import nl.ddas.logboek.boom.Getuigestatus;
import nl.ddas.logboek.boom.Getuigeweg;
import nl.ddas.logboek.boom.PostgresBomen;
import nl.ddas.logboek.boom.PostgresGetuigenstand;
import nl.ddas.logboek.boom.Webgetuige;
import nl.ddas.logboek.dienst.Deel;
import nl.ddas.logboek.dienst.Dienstkoppeling;
import nl.ddas.logboek.dienst.Dienstonderdelen;
import nl.ddas.logboek.dienst.PostgresBladen;

/// The trees of a running log: growing, served under `/boom`, witnessed by others, and those of others
/// witnessed under `/getuige`.
final class Boomdeel implements Dienstonderdelen.Bijdelen, AutoCloseable {

    static final String BOOM = "/boom";
    static final String GETUIGE = "/getuige";

    private static final Duration VERBINDEN = Duration.ofSeconds(5);
    private static final Duration WACHTEN = Duration.ofSeconds(20);
    private static final Duration SLEUTELS = Duration.ofSeconds(10);

    private final LogboekBoom boom;
    private final Grond grond;
    private final List<Runnable> sluiten = new ArrayList<>();

    /// What it stands on.
    ///
    /// @param tls by which we call witnesses
    /// @param isKlaar whether another account makes the tables
    record Grond(Network network, Optional<Supplier<Tls>> tls, boolean isKlaar, Clock klok, SecureRandom toeval) {}

    Boomdeel(LogboekBoom boom, Grond grond) {
        this.boom = boom;
        this.grond = grond;
    }

    @Override
    public List<Deel> make(Dienstonderdelen.Kern kern) {
        PostgresBomen bomen =
                grond.isKlaar() ? PostgresBomen.connect(kern.database()) : PostgresBomen.open(kern.database());
        PostgresBladen bladen = PostgresBladen.open(kern.database());
        Boomsleutels sleutels = boom.sleutels(grond.toeval());
        Getuigenronde ronde = new Getuigenronde(bomen, getuigen(), grond.klok());
        List<Deel> delen = new ArrayList<>(List.of(new Deel(BOOM, new Boomweg(BOOM, bomen, bladen))));
        boom.getuige().ifPresent(naam -> {
            Getuige getuige = new Getuige(
                    sleutels.getuige(naam),
                    boom.getuigeVan(),
                    PostgresGetuigenstand.connect(kern.database()),
                    grond.klok());
            delen.add(new Deel(GETUIGE, new Getuigeweg(GETUIGE, getuige)));
        });
        Boomgroei groei = new Boomgroei(bladen, bomen, sleutels, grond.klok());
        Boomloop loop = Boomloop.start(bladen, groei, ronde, Boomloop.Tempo.GEWOON);
        sluiten.addFirst(loop::close);
        kern.haken().bijBoeking(loop::wake);
        toezicht(kern.haken(), loop, ronde);
        metingen(kern.metrics(), loop, ronde);
        return delen;
    }

    private List<Getuigenronde.Adres> getuigen() {
        if (boom.getuigen().isEmpty()) {
            return List.of();
        }
        Optional<TlsReload> sleutels = grond.tls().map(bron -> new TlsReload(bron, grond.klok(), SLEUTELS));
        HttpClient client = HttpClient.open(
                grond.network(), new HttpClient.Config(sleutels.map(TlsReload::now), VERBINDEN, WACHTEN));
        sleutels.ifPresent(een -> een.attach(client));
        sluiten.add(client::close);
        Runnable vooraf = sleutels.<Runnable>map(alle -> () -> {
                    Optional<TlsReload.Outcome> _ = alle.tick();
                })
                .orElse(() -> {});
        return boom.getuigen().stream()
                .map(een -> new Getuigenronde.Adres(een.sleutel(), post(client, een, vooraf)))
                .toList();
    }

    /// @param vooraf looks for newer keys
    private static Getuigenpost post(HttpClient client, LogboekBoom.Getuige een, Runnable vooraf) {
        Webgetuige web = new Webgetuige(client, een.adres());
        return aanbod -> {
            vooraf.run();
            return web.post(aanbod);
        };
    }

    private static void toezicht(Dienstkoppeling haken, Boomloop loop, Getuigenronde ronde) {
        haken.opmerking(() ->
                zin(loop.fouten().entrySet().stream().map(een -> "bomen, " + een.getKey() + ": " + een.getValue())));
        haken.opmerking(() -> zin(ronde.standen().entrySet().stream().flatMap(Boomdeel::opmerking)));
    }

    private static Stream<String> opmerking(Map.Entry<String, Getuigestatus> stand) {
        return switch (stand.getValue()) {
            case Getuigestatus.Getekend _ -> Stream.empty();
            case Getuigestatus.Afwezig(String waarom) -> Stream.of("getuige " + stand.getKey() + ": " + waarom);
            case Getuigestatus.Alarm(String waarom) -> Stream.of("ALARM, getuige " + stand.getKey() + ": " + waarom);
        };
    }

    private static Optional<String> zin(Stream<String> delen) {
        return Optional.of(delen.collect(Collectors.joining("; "))).filter(zin -> !zin.isEmpty());
    }

    private static void metingen(Metrics metrics, Boomloop loop, Getuigenronde ronde) {
        metrics.gauge("logbook_tree_leaves", "Leaves taken into trees since the start", loop::bladeren);
        metrics.gauge("logbook_tree_failing", "Logs of which the tree does not grow", () -> loop.fouten()
                .size());
        metrics.gauge(
                "logbook_witness_away",
                "Trees and witnesses that did not sign the last time",
                () -> ronde.standen().values().stream()
                        .filter(Getuigestatus.Afwezig.class::isInstance)
                        .count());
        metrics.gauge(
                "logbook_witness_alarm",
                "Trees and witnesses that saw different histories",
                () -> ronde.standen().values().stream()
                        .filter(Getuigestatus.Alarm.class::isInstance)
                        .count());
    }

    /// Ends growing after the round that goes on.
    @Override
    public void close() {
        sluiten.forEach(Runnable::run);
        sluiten.clear();
    }
}

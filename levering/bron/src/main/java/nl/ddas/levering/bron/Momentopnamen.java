// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.ddas.basis.SealedFolder;
import nl.ddas.levering.bron.Momentopnamemaker.Reden;
import nl.ddas.levering.bron.Momentopnamemaker.Uitkomst;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.toegang.Reikwijdte;
import nl.ddas.levering.verkeer.Aanleverperiode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All snapshots: gives the one that fits a period, makes it anew when it is due, keeps the old one when
/// that fails.
///
/// The snapshot of the standard period is made each day; another period gets one when it is asked for. A
/// new one takes the place of the old one at once; who was reading the old one reads on.
final class Momentopnamen implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Momentopnamen.class);

    /// Snapshots of other periods than the standard one that are kept.
    private static final int MEESTE_ANDERE = 4;

    private static final int MEESTE_MISLUKKINGEN = 100;

    /// The id of no snapshot.
    private static final String GEEN = "";

    /// What a period gets.
    sealed interface Toegang {
        record Beschikbaar(Momentopname momentopname) implements Toegang {}

        /// The last whole snapshot is older than the settings allow.
        record TeOud(Momentopname momentopname) implements Toegang {}

        /// There is none, and none could be made.
        record Geen(Reden reden) implements Toegang {}

        /// It is being made.
        record Bezig() implements Toegang {}
    }

    /// The last attempt for a period that failed.
    record Mislukking(Instant moment, Uitkomst.Mislukt uitkomst) {}

    private final SealedFolder map;
    private final Momentopnamemaker maker;
    private final Paginas paginas;
    private final BronConfig.Verversing verversing;
    private final Clock clock;
    private final Duration geduld;
    private final Momentopnamemelder melder;
    private final ExecutorService werker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("bron-momentopname").factory());
    private final Map<Aanleverperiode, CompletableFuture<Uitkomst>> bezig = new ConcurrentHashMap<>();
    private final Map<Aanleverperiode, Mislukking> mislukkingen = new ConcurrentHashMap<>();
    private volatile Map<Aanleverperiode, Momentopname> huidige = Map.of();

    /// @param geduld how long a request waits for a snapshot that is being made
    /// @param melder told of each one
    Momentopnamen(
            SealedFolder map,
            Momentopnamemaker maker,
            Paginas paginas,
            BronConfig.Verversing verversing,
            Clock clock,
            Duration geduld,
            Momentopnamemelder melder) {
        this.map = map;
        this.maker = maker;
        this.paginas = paginas;
        this.verversing = verversing;
        this.clock = clock;
        this.geduld = geduld;
        this.melder = melder;
    }

    /// Takes over what an earlier run left whole, and clears away the rest.
    void herstel(IndexOpslag opslag) throws IOException {
        huidige = new Herstel(map, opslag).lees();
        for (String naam : map.names()) {
            boolean gebruikt = huidige.values().stream().anyMatch(momentopname -> momentopname.bezit(naam));
            if (!gebruikt) {
                map.delete(naam);
            } else if (Momentopname.isPagina(naam)) {
                paginas.neemOver(naam);
            }
        }
    }

    Aanleverperiode standaardperiode() {
        return Aanleverperiode.laatstAfgeslotenHalfjaar(vandaag());
    }

    LocalDate vandaag() {
        return clock.instant().atZone(Tijdzone.NEDERLAND).toLocalDate();
    }

    /// The snapshot of the standard period, whatever its age.
    Optional<Momentopname> standaard() {
        return Optional.ofNullable(huidige.get(standaardperiode()));
    }

    /// The last failure for the standard period, when nothing went well since.
    Optional<Mislukking> mislukking() {
        return Optional.ofNullable(mislukkingen.get(standaardperiode()));
    }

    /// Looks whether the standard snapshot is due, and makes it. Called every so often by a thread of the
    /// server.
    void tik() {
        Aanleverperiode periode = standaardperiode();
        if (isAanDeBeurt(periode)) {
            ververs(periode);
        }
    }

    /// Finds the snapshot for a period, and makes it first when that is needed.
    Toegang voor(Aanleverperiode periode) {
        return passend(periode).map(gezien -> opLeeftijd(vers(gezien))).orElseGet(() -> nieuw(periode));
    }

    /// A snapshot of another period than the standard one is made anew when it is due and someone asks for it.
    private Momentopname vers(Momentopname gezien) {
        if (!isStandaard(gezien) && isAanDeBeurt(gezien.periode())) {
            Optional<Uitkomst> uitkomst = wachtOp(gezien.periode(), gezien.id());
            if (uitkomst.isPresent() && uitkomst.get() instanceof Uitkomst.Gelukt(Momentopname nieuw)) {
                return nieuw;
            }
        }
        return gezien;
    }

    private Toegang nieuw(Aanleverperiode periode) {
        Mislukking vorige = mislukkingen.get(periode);
        // What is not there yet may come any moment, and looking costs little; another failure is waited out.
        if (vorige != null && isVers(vorige) && vorige.uitkomst().reden() != Reden.GEEN_GEGEVENS) {
            return new Toegang.Geen(vorige.uitkomst().reden());
        }
        return wachtOp(periode, GEEN).map(this::toegang).orElseGet(Toegang.Bezig::new);
    }

    private Toegang toegang(Uitkomst uitkomst) {
        return switch (uitkomst) {
            case Uitkomst.Gelukt(Momentopname momentopname) -> opLeeftijd(momentopname);
            case Uitkomst.Mislukt mislukt -> new Toegang.Geen(mislukt.reden());
        };
    }

    private boolean isStandaard(Momentopname momentopname) {
        return momentopname.periode().equals(standaardperiode());
    }

    private Toegang opLeeftijd(Momentopname momentopname) {
        boolean teOud = momentopname.leeftijd(clock.instant()).compareTo(verversing.maximaleLeeftijd()) > 0;
        return teOud ? new Toegang.TeOud(momentopname) : new Toegang.Beschikbaar(momentopname);
    }

    /// The snapshot of exactly this period, else the smallest that holds all of it.
    private Optional<Momentopname> passend(Aanleverperiode periode) {
        return huidige.values().stream()
                .filter(momentopname -> momentopname.periode().bevat(periode))
                .min(Comparator.comparingLong(
                        momentopname -> momentopname.periode().dagen()));
    }

    private boolean isAanDeBeurt(Aanleverperiode periode) {
        Instant nu = clock.instant();
        Mislukking vorige = mislukkingen.get(periode);
        if (vorige != null && isVers(vorige)) {
            return false;
        }
        Momentopname momentopname = huidige.get(periode);
        return momentopname == null || momentopname.gemaaktOp().isBefore(laatsteBeurt(nu));
    }

    private boolean isVers(Mislukking vorige) {
        return vorige.moment().plus(verversing.opnieuwNa()).isAfter(clock.instant());
    }

    private Instant laatsteBeurt(Instant nu) {
        ZonedDateTime lokaal = nu.atZone(Tijdzone.NEDERLAND);
        ZonedDateTime beurt = lokaal.with(verversing.om());
        return (beurt.isAfter(lokaal) ? beurt.minusDays(1) : beurt).toInstant();
    }

    /// Makes the snapshot of a period now, and waits for it.
    Uitkomst ververs(Aanleverperiode periode) {
        Momentopname huidig = huidige.get(periode);
        return start(periode, huidig == null ? GEEN : huidig.id()).join();
    }

    /// @param gezien id of the snapshot that was not good enough; when another one is there by now, that
    ///     will do; [#GEEN] when there was none
    private CompletableFuture<Uitkomst> start(Aanleverperiode periode, String gezien) {
        return bezig.computeIfAbsent(
                periode, nieuw -> CompletableFuture.supplyAsync(() -> maakTenzij(periode, gezien), werker));
    }

    private Uitkomst maakTenzij(Aanleverperiode periode, String gezien) {
        try {
            Momentopname huidig = huidige.get(periode);
            return huidig == null || huidig.id().equals(gezien) ? maak(periode) : new Uitkomst.Gelukt(huidig);
        } finally {
            bezig.remove(periode);
        }
    }

    /// @return empty when it takes longer than a caller waits
    private Optional<Uitkomst> wachtOp(Aanleverperiode periode, String gezien) {
        try {
            return Optional.of(start(periode, gezien).get(geduld.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException nogBezig) {
            return Optional.empty();
        } catch (ExecutionException stuk) {
            throw new IllegalStateException("making the snapshot of " + periode + " broke", stuk);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Uitkomst maak(Aanleverperiode periode) {
        Uitkomst uitkomst = klaargezet(maker.maak(periode));
        switch (uitkomst) {
            case Uitkomst.Gelukt gelukt -> wissel(gelukt.momentopname());
            case Uitkomst.Mislukt mislukt -> noteer(periode, mislukt);
        }
        return uitkomst;
    }

    /// Makes the pages that are asked for most before anyone sees the snapshot.
    private Uitkomst klaargezet(Uitkomst uitkomst) {
        if (!(uitkomst instanceof Uitkomst.Gelukt(Momentopname nieuw)) || !isStandaard(nieuw)) {
            return uitkomst;
        }
        try {
            Optional<Selectie> eerste =
                    Selectie.van(nieuw.index(), nieuw.periode(), Reikwijdte.ALLES, Gegevensverzoek.LEEG);
            if (eerste.isPresent()) {
                for (int page = 1; page <= eerste.get().paginas(); page++) {
                    paginas.geef(nieuw, eerste.get().opPagina(page)).close();
                }
            }
            return uitkomst;
        } catch (IOException | RuntimeException stuk) {
            // A key that cannot sign is an exception of another kind; the old snapshot stays in use all the same.
            LOG.warn("the pages of snapshot {} could not be made: {}", nieuw.id(), stuk.toString());
            ruimOp(nieuw);
            return new Uitkomst.Mislukt(
                    Reden.ONLEESBAAR,
                    List.of(new Bronfout("opslag", "", "De pagina's konden niet worden bewaard. Is de schijf vol?")),
                    1);
        }
    }

    private void noteer(Aanleverperiode periode, Uitkomst.Mislukt mislukt) {
        LOG.warn("no new snapshot of {}: {}, {} faults", periode, mislukt.reden(), mislukt.aantal());
        mislukt.fouten().forEach(fout -> LOG.debug("{}", fout)); // the administrator hears of them below
        melder.mislukt(periode, mislukt.fouten());
        if (mislukkingen.size() >= MEESTE_MISLUKKINGEN) {
            mislukkingen.clear();
        }
        mislukkingen.put(periode, new Mislukking(clock.instant(), mislukt));
    }

    private void wissel(Momentopname nieuw) {
        Map<Aanleverperiode, Momentopname> volgende = new HashMap<>(huidige);
        List<Momentopname> weg = new ArrayList<>();
        Optional.ofNullable(volgende.put(nieuw.periode(), nieuw)).ifPresent(weg::add);
        volgende.values().stream()
                .filter(momentopname ->
                        !isStandaard(momentopname) && !momentopname.id().equals(nieuw.id()))
                .sorted(Comparator.comparing(Momentopname::gemaaktOp).reversed())
                .skip(MEESTE_ANDERE)
                .forEach(weg::add);
        volgende.values().removeAll(weg);
        huidige = Map.copyOf(volgende);
        mislukkingen.remove(nieuw.periode());
        LOG.info("snapshot {} in use: {} trajecten", nieuw.id(), nieuw.index().aantal());
        melder.gelukt(nieuw.periode(), nieuw.index().aantal());
        weg.forEach(this::ruimOp);
    }

    private void ruimOp(Momentopname oud) {
        try {
            maker.vernietig(oud, () -> {
                map.delete(Momentopname.index(oud.id()));
                paginas.vergeet(oud);
                map.delete(Momentopname.trajecten(oud.id()));
                return true;
            });
        } catch (IOException stuk) {
            LOG.warn("snapshot {} could not be cleared away, the next start does: {}", oud.id(), stuk.toString());
        }
    }

    @Override
    public void close() {
        werker.shutdown();
        try {
            if (!werker.awaitTermination(30, TimeUnit.SECONDS)) {
                werker.shutdownNow();
            }
        } catch (InterruptedException stop) {
            werker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

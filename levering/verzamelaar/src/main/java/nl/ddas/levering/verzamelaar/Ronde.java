// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import nl.ddas.levering.toets.Toetsinstelling;
import nl.ddas.levering.toets.verslag.Verwerkingsverslag;
import nl.ddas.levering.verkeer.Sleutelsterkte;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadVerifier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes rows as far as they go, each on a thread of its own. Safe for many threads.
final class Ronde {

    private static final Logger LOG = LoggerFactory.getLogger(Ronde.class);
    private static final Duration VERBINDEN = Duration.ofSeconds(20);

    private final VerzamelaarConfig config;
    private final VerzamelaarOnderdelen delen;
    private final Middelen middelen;
    private final Inlezingen inlezingen;
    private final Samenvatter samenvatter;
    private final Volharding volharding;
    private final Tokenhaler tokens;
    private final Paginavragen paginavragen;
    private final Werkplaatsen plaatsen;
    private final ConcurrentMap<Long, ReentrantLock> sloten = Verzamelrun.sloten();

    /// What is kept of a collection.
    ///
    /// @param geheim secret of the person keys
    /// @param regels what is written into the log
    record Middelen(
            Boekhouding boek,
            Bewijs bewijs,
            byte[] geheim,
            Verzoektelling telling,
            Sleutelsterkte sterkte,
            Verzamelregels regels) {}

    Ronde(VerzamelaarConfig config, VerzamelaarOnderdelen delen, Jdbi jdbi, Middelen middelen) {
        this.config = config;
        this.delen = delen;
        this.middelen = middelen;
        this.inlezingen = new Inlezingen(jdbi);
        this.samenvatter = new Samenvatter(jdbi);
        this.volharding = new Volharding(config.ophalen(), delen.tijd().wachter(), delen.toeval(), delen.clock());
        this.tokens = new Tokenhaler(delen.sleutels().ondertekenaar().jwt("JWT"), delen.clock(), delen.toeval());
        this.paginavragen =
                new Paginavragen(delen, middelen.bewijs(), config.ophalen().grootstePagina());
        this.plaatsen = new Werkplaatsen(config.ophalen().tegelijk());
    }

    /// Whether somebody works on this row now.
    boolean isBezig(Ophaling rij) {
        ReentrantLock slot = sloten.get(rij.id());
        return slot != null && slot.isLocked();
    }

    /// Comes back when each row is at its end, waits, or stands still.
    ///
    /// @param lijst the suppliers now
    /// @return in the order of the rows
    /// @throws InterruptedException when the thread is interrupted; what is in stays
    List<PerLeverancier> ga(List<Ophaling> rijen, List<Leverancier> lijst, Voortgang voortgang)
            throws InterruptedException {
        try (Verbindingen verbindingen = Verbindingen.open(
                        delen.network(),
                        delen.sleutels().tls().get(),
                        VERBINDEN,
                        config.ophalen().stilte());
                ExecutorService draden = Executors.newVirtualThreadPerTaskExecutor()) {
            Verzamelrun run =
                    run(verbindingen, lijst, new Melder(voortgang, delen.tijd().onderbreker()));
            List<Callable<PerLeverancier>> werk = new ArrayList<>();
            rijen.forEach(rij -> werk.add(() -> een(run, rij, lijst)));
            List<PerLeverancier> uit = new ArrayList<>();
            for (Future<PerLeverancier> klaar : draden.invokeAll(werk)) {
                uit.add(uitkomst(klaar, rijen.get(uit.size())));
            }
            rondAf(rijen, lijst);
            return uit;
        }
    }

    private void rondAf(List<Ophaling> rijen, List<Leverancier> lijst) {
        List<String> namen = lijst.stream().map(Leverancier::naam).toList();
        try {
            rijen.forEach(rij -> middelen.boek().rondAf(rij, namen));
        } catch (JdbiException weg) {
            LOG.warn("the end of the collection could not be kept; a next call looks at it again");
        }
    }

    private static PerLeverancier uitkomst(Future<PerLeverancier> klaar, Ophaling rij) throws InterruptedException {
        try {
            return klaar.get();
        } catch (ExecutionException stuk) {
            if (stuk.getCause() instanceof InterruptedException gestopt) {
                throw gestopt;
            }
            LOG.error("the work on supplier {} failed", rij.leverancier(), stuk.getCause());
            return PerLeverancier.mislukt(rij.leverancier(), Reden.INTERNE_FOUT.code());
        }
    }

    private PerLeverancier een(Verzamelrun run, Ophaling rij, List<Leverancier> lijst) throws InterruptedException {
        Optional<Leverancier> leverancier = lijst.stream()
                .filter(een -> een.naam().equals(rij.leverancier()))
                .findFirst();
        try {
            return leverancier.isEmpty()
                    ? PerLeverancier.mislukt(rij.leverancier(), Reden.LEVERANCIER_ONBEKEND.code())
                    : samenvatter.vat(run.ga(rij.id(), leverancier.get()));
        } catch (JdbiException weg) {
            // What was kept is kept: the row goes on from there at the next call.
            LOG.warn(
                    "the database failed while working on {}: {}",
                    rij.leverancier(),
                    weg.getClass().getSimpleName());
            return PerLeverancier.mislukt(rij.leverancier(), Reden.DATABASE_WEG.code());
        }
    }

    private Verzamelrun run(Verbindingen verbindingen, List<Leverancier> lijst, Melder melder) {
        Verkeer verkeer = new Verkeer(
                verbindingen,
                delen.sleutels().ondertekenaar(),
                new PayloadVerifier(
                        delen.sleutels().vertrouwen(),
                        new Freshness.Answer(),
                        delen.sleutels().eisen(),
                        delen.clock()),
                delen.leveranciers(),
                tokens,
                config.ophalen().tempo(),
                middelen.sterkte(),
                delen.clock());
        Verzamelregels regels = middelen.regels();
        Verzamelrun.Stappen stappen = new Verzamelrun.Stappen(
                plaatsen.netwerk(regels.vraag(ophalen(verkeer, lijst, melder))),
                plaatsen.werk(regels.toets(toetsen(melder))),
                plaatsen.netwerk(regels.verslag(new Verslagstap(
                        middelen.boek(), middelen.bewijs(), verkeer, volharding, middelen.telling(), melder))),
                new Goedkeurstap(middelen.boek(), config.goedkeuring(), delen.clock()),
                plaatsen.inlezen(regels.inlezen(new Inleesstap(middelen.boek(), middelen.bewijs(), melder))));
        return new Verzamelrun(middelen.boek(), stappen, volharding, melder, sloten);
    }

    private Ophaalstap ophalen(Verkeer verkeer, List<Leverancier> lijst, Melder melder) {
        return new Ophaalstap(
                middelen.boek(),
                paginavragen.maak(verkeer, lijst),
                volharding,
                middelen.telling(),
                config.ophalen(),
                melder);
    }

    private Toetsstap toetsen(Melder melder) {
        return new Toetsstap(
                middelen.boek(),
                inlezingen,
                middelen.bewijs(),
                new Toetsstap.Gereedschap(
                        delen.lezer(),
                        new Toetsinstelling(Toetsinstelling.standaard().werkmap(), 1, 65_536),
                        config.bsnmodus(),
                        middelen.geheim(),
                        delen.toeval()),
                new Verslagen(
                        config.naam(),
                        config.goedkeuring(),
                        middelen.bewijs(),
                        delen.clock(),
                        delen.toeval(),
                        delen.virusscanner().isPresent()
                                ? Verwerkingsverslag.VIRUSCONTROLE_GOED
                                : Verwerkingsverslag.GEEN_VIRUSCONTROLE),
                melder);
    }
}

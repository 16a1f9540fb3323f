// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.ddas.logboek.dienst.Inzage;
import nl.ddas.logboek.dienst.Inzagen;
import nl.ddas.logboek.dienst.Leeszicht;
import nl.ddas.logboek.dienst.Logregels;
import nl.ddas.logboek.dienst.Regelpagina;
import nl.ddas.logboek.dienst.Vraagmerk;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.logboek.model.Kernsleutel;
import nl.ddas.logboek.model.Logregel;

/// Answers questions about a log: judges whether they may be asked, asks the store for nothing that the reader may not
/// know of, and cuts what comes into pages. Knows no network.
final class Leesloket {

    /// Read from the store at once, so that memory does not grow with what does not fit.
    private static final int GREEP = 100;
    /// Looked at for one page; then the reader may ask on. More than a page, so that each page goes on.
    private static final int BEKEKEN = 10_000;
    private static final int MEGA = 1 << 20;
    /// A page ends here too, however many lines were asked for.
    private static final int PAGINABYTES = 4 * MEGA;
    /// Readers share the connections to the database with the writers of the log, who must not wait for them.
    private static final int TEGELIJK = 2;
    private static final int GEDULD_SECONDEN = 5;

    private final Logregels regels;
    private final Vertrouwelijkheid vertrouwelijkheid;
    private final Inzagen inzagen;
    private final Vraagmerk vraagmerk;
    private final Clock clock;
    private final Semaphore beurten = new Semaphore(TEGELIJK, true);

    Leesloket(LeesApi.Onderdelen onderdelen) {
        this.regels = onderdelen.regels();
        this.vertrouwelijkheid = onderdelen.vertrouwelijkheid();
        this.inzagen = onderdelen.inzagen();
        this.vraagmerk = onderdelen.vraagmerk();
        this.clock = onderdelen.clock();
    }

    /// What became of a question.
    sealed interface Uitkomst {

        /// @param regels each as JSON
        /// @param volgende where the next page begins, when there is more
        record Pagina(List<byte[]> regels, Optional<Zoekvraag.Plaats> volgende) implements Uitkomst {
            public Pagina {
                regels = List.copyOf(regels);
            }
        }

        /// The reader may not ask this.
        ///
        /// @param waarom Dutch
        record Geweigerd(String waarom) implements Uitkomst {}
    }

    /// @throws RuntimeException when the store, the register or the record of reading fails: nothing may be shown
    Uitkomst answer(Lezer lezer, Leesvraag vraag) {
        Optional<String> refusal = Leesregels.refusal(lezer, vraag);
        if (refusal.isPresent()) {
            return new Uitkomst.Geweigerd(refusal.get());
        }
        Instant now = clock.instant();
        Uitkomst.Pagina page = inTurn(lezer, vraag, now);
        inzagen.add(new Inzage(
                lezer.houder(),
                lezer.naam(),
                now,
                vraagmerk.of(vraag.delen()),
                page.regels().size()));
        return page;
    }

    private Uitkomst.Pagina inTurn(Lezer lezer, Leesvraag vraag, Instant now) {
        try {
            if (!beurten.tryAcquire(GEDULD_SECONDEN, TimeUnit.SECONDS)) {
                throw new IllegalStateException("too many read at the same time");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to read", stopped);
        }
        try {
            return page(lezer, vraag, now);
        } finally {
            beurten.release();
        }
    }

    /// A question that nothing fits costs no more than one that all fits: after so many lines the page ends, perhaps
    /// empty, and the next goes on there.
    private Uitkomst.Pagina page(Lezer lezer, Leesvraag vraag, Instant now) {
        Optional<Leeszicht> zicht =
                maySeeAll(lezer) ? Optional.empty() : vertrouwelijkheid.zicht(lezer.houder(), vraag.activiteit(), now);
        List<byte[]> shown = new ArrayList<>();
        long bytes = 0;
        int looked = 0;
        Optional<Zoekvraag.Plaats> last = Optional.empty();
        Optional<Zoekvraag.Plaats> from = vraag.na();
        while (true) {
            Regelpagina found = regels.search(lezer.houder(), vraag.zoekvraag(from, GREEP, zicht));
            for (Logregel regel : found.regels()) {
                if (!vraag.fits(regel) || !isFor(lezer, regel)) {
                    continue;
                }
                // Only now is it known that there is more.
                if (shown.size() == vraag.aantal() || bytes >= PAGINABYTES) {
                    return new Uitkomst.Pagina(shown, last);
                }
                byte[] json = Regeljson.write(lezer, regel).toBytes();
                shown.add(json);
                bytes += json.length;
                last = Optional.of(Zoekvraag.Plaats.of(regel));
            }
            looked += GREEP;
            if (found.volgende().isEmpty() || looked >= BEKEKEN) {
                return new Uitkomst.Pagina(shown, found.volgende());
            }
            from = found.volgende();
        }
    }

    private static boolean maySeeAll(Lezer lezer) {
        return lezer instanceof Lezer.Eigen eigen && eigen.rechten().contains(Leesrecht.CONFIDENTIAL);
    }

    private static boolean isFor(Lezer lezer, Logregel regel) {
        return switch (lezer) {
            case Lezer.Eigen _, Lezer.Inzage _ -> true;
            case Lezer.Ander ander ->
                regel.attributes()
                        .text(Kernsleutel.PROCESSOR.sleutel())
                        .filter(ander::isVan)
                        .isPresent();
        };
    }
}

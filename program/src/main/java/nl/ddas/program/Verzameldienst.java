// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.Kalender;
import nl.ddas.levering.verzamelaar.Kalender.Verzamelmoment;
import nl.ddas.levering.verzamelaar.Momentafloop;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.presentation.Formats;

/// The collector as a service: collects when the calendar says so, and again a little later when nothing could
/// be begun. A moment that passed while it was off is made up for at the start. The collector itself listens to
/// decisions and goes on with what waits.
final class Verzameldienst implements AutoCloseable {

    /// After this it is tried again: half a year, until the next moment, would be too long.
    static final Duration OPNIEUW = Duration.ofMinutes(5);

    /// Longest after its moment that a collection begins by itself. The points for being in time go down by the
    /// month, and suppliers do not expect anybody any more.
    static final Duration LAATSTE_KANS = Duration.ofDays(31);

    /// Collects half-years.
    interface Ronde {
        /// From all suppliers; goes on with what is not finished.
        ///
        /// @throws IOException when nothing could be begun
        Verzamelresultaat verzamel(Aanleverperiode periode) throws IOException, InterruptedException;

        /// What became of a moment that is over.
        ///
        /// @throws IOException when that cannot be looked up
        Momentafloop afloop(Verzamelmoment moment) throws IOException;
    }

    /// Does something after a while, in the background, one thing at a time.
    @FunctionalInterface
    interface Later {
        void doe(Duration na, Runnable werk);
    }

    private final Kalender kalender;
    private final Ronde ronde;
    private final Later later;
    private final Omgeving omgeving;
    private final Runnable einde;

    Verzameldienst(Kalender kalender, Ronde ronde, Omgeving omgeving) {
        this(kalender, ronde, omgeving, wekker());
    }

    private Verzameldienst(Kalender kalender, Ronde ronde, Omgeving omgeving, ScheduledExecutorService wekker) {
        this(kalender, ronde, omgeving, (na, werk) -> plan(wekker, na, werk), wekker::shutdownNow);
    }

    /// @param einde stops what `later` does
    Verzameldienst(Kalender kalender, Ronde ronde, Omgeving omgeving, Later later, Runnable einde) {
        this.kalender = kalender;
        this.ronde = ronde;
        this.omgeving = omgeving;
        this.later = later;
        this.einde = einde;
    }

    private static ScheduledExecutorService wekker() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("kalender").daemon().factory());
    }

    private static void plan(ScheduledExecutorService wekker, Duration na, Runnable werk) {
        ScheduledFuture<?> _ = wekker.schedule(werk, na.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Begins or goes on with what should have been done while nobody was here, says so, and waits in the
    /// background for what comes.
    ///
    /// @throws IOException when nobody can tell what was done
    void start() throws IOException {
        Verzamelmoment laatste = kalender.laatste(omgeving.klok().instant());
        switch (ronde.afloop(laatste)) {
            case GEDAAN -> wacht();
            case EERSTE_KEER -> noemDeEerste(laatste);
            case ONDERWEG -> gaVerder(laatste);
            case OVERGESLAGEN -> haalIn(laatste);
        }
    }

    /// Nobody is asked for the first time by itself: it may be only the program that is tried.
    private void noemDeEerste(Verzamelmoment moment) {
        if (!isTeLaat(moment)) {
            meld("Let op: " + over(moment.periode()) + " is nog niet verzameld, en de eerste keer begint niet vanzelf."
                    + " Wilt u het nu? " + metDeHand(moment));
        }
        wacht();
    }

    private void gaVerder(Verzamelmoment begonnen) {
        String wat = "verzameling " + over(begonnen.periode()) + " is nog niet af";
        if (isTeLaat(begonnen)) {
            meld("Let op: de " + wat
                    + ". Wie op een nieuwe poging of een besluit wacht, gaat vanzelf verder. Wilt u ook de anderen? "
                    + metDeHand(begonnen));
            wacht();
        } else {
            meld("De " + wat + ", en gaat nu verder.");
            later.doe(Duration.ZERO, () -> verzamel(begonnen.periode()));
        }
    }

    private void haalIn(Verzamelmoment gemist) {
        String wat = "verzameling van " + Formats.moment(gemist.moment()) + ", " + over(gemist.periode())
                + " ging niet door";
        if (isTeLaat(gemist)) {
            meld("Let op: de " + wat + ". Dat is langer dan " + LAATSTE_KANS.toDays()
                    + " dagen geleden, dus zij begint niet vanzelf. Is zij nog nodig? " + metDeHand(gemist));
            wacht();
        } else {
            meld("De " + wat + ", en begint nu.");
            later.doe(Duration.ZERO, () -> verzamel(gemist.periode()));
        }
    }

    private boolean isTeLaat(Verzamelmoment moment) {
        return moment.moment().plus(LAATSTE_KANS).isBefore(omgeving.klok().instant());
    }

    private static String metDeHand(Verzamelmoment moment) {
        return "Stop de dienst, geef 'ddas verzamel --periode " + Halfjaar.tekst(moment.periode())
                + "', en start de dienst weer.";
    }

    private void wacht() {
        Instant nu = omgeving.klok().instant();
        Verzamelmoment volgende = kalender.volgende(nu);
        meld("Volgende verzameling: " + Formats.moment(volgende.moment()) + ", " + over(volgende.periode()) + ".");
        later.doe(Duration.between(nu, volgende.moment()), () -> verzamel(volgende.periode()));
    }

    private static String over(Aanleverperiode periode) {
        return "over " + Formats.day(periode.start()) + " tot en met " + Formats.day(periode.eind());
    }

    private void meld(String regel) {
        omgeving.fout().println(regel);
    }

    private void verzamel(Aanleverperiode periode) {
        try {
            Teksten.letOp(ronde.verzamel(periode)).forEach(this::meld);
            wacht();
        } catch (IOException | RuntimeException stuk) {
            meld("Verzamelen lukte niet: " + Foutmelding.van(stuk) + ". Over " + OPNIEUW.toMinutes()
                    + " minuten gaat het verder.");
            later.doe(OPNIEUW, () -> verzamel(periode));
        } catch (InterruptedException gestopt) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        einde.run();
    }
}

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
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.presentation.Formats;

/// The collector as a service: collects when the calendar says so, and again a little later when nothing could
/// be begun. The collector itself listens to decisions and goes on with what waits.
final class Verzameldienst implements AutoCloseable {

    /// After this it is tried again: half a year, until the next moment, would be too long.
    static final Duration OPNIEUW = Duration.ofMinutes(5);

    /// Collects a half-year from all suppliers.
    @FunctionalInterface
    interface Ronde {
        /// @throws IOException when nothing could be begun
        Verzamelresultaat verzamel(Aanleverperiode periode) throws IOException, InterruptedException;
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

    /// Says what comes, and waits for it in the background.
    void start() {
        Instant nu = omgeving.klok().instant();
        Verzamelmoment volgende = kalender.volgende(nu);
        omgeving.fout()
                .println("Volgende verzameling: "
                        + Formats.moment(volgende.moment()) + ", over "
                        + Formats.day(volgende.periode().start()) + " tot en met "
                        + Formats.day(volgende.periode().eind()) + ".");
        later.doe(Duration.between(nu, volgende.moment()), () -> verzamel(volgende.periode()));
    }

    private void verzamel(Aanleverperiode periode) {
        try {
            Teksten.letOp(ronde.verzamel(periode)).forEach(omgeving.fout()::println);
            start();
        } catch (IOException | RuntimeException stuk) {
            omgeving.fout()
                    .println("Verzamelen lukte niet: " + Foutmelding.van(stuk) + ". Over " + OPNIEUW.toMinutes()
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

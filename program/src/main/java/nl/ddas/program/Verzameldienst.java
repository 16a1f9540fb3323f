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
import nl.ddas.levering.verzamelaar.Kalender.Verzamelmoment;
import nl.ddas.levering.verzamelaar.Voortgang;
import nl.ddas.presentation.Formats;

/// The collector as a service: collects when the calendar says so. The collector itself listens to decisions
/// and goes on with what waits.
final class Verzameldienst implements AutoCloseable {

    private final VerzamelInrichting inrichting;
    private final Omgeving omgeving;
    private final Voortgang voortgang;
    private final ScheduledExecutorService wekker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kalender").daemon().factory());

    Verzameldienst(VerzamelInrichting inrichting, Omgeving omgeving, Voortgang voortgang) {
        this.inrichting = inrichting;
        this.omgeving = omgeving;
        this.voortgang = voortgang;
    }

    /// Says what comes, and waits for it in the background.
    void start() {
        omgeving.fout()
                .println("De verzamelaar luistert op poort "
                        + inrichting.verzamelaar().poort() + ".");
        plan();
    }

    private void plan() {
        Instant nu = omgeving.klok().instant();
        Verzamelmoment volgende = inrichting.config().kalender().volgende(nu);
        omgeving.fout()
                .println("Volgende verzameling: "
                        + Formats.moment(volgende.moment()) + ", over "
                        + Formats.day(volgende.periode().start()) + " tot en met "
                        + Formats.day(volgende.periode().eind()) + ".");
        ScheduledFuture<?> _ = wekker.schedule(
                () -> verzamel(volgende.periode()),
                Duration.between(nu, volgende.moment()).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void verzamel(Aanleverperiode periode) {
        try {
            inrichting.verzamelaar().verzamel(periode, voortgang);
        } catch (IOException | RuntimeException stuk) {
            omgeving.fout()
                    .println("Verzamelen lukte niet: " + Foutmelding.van(stuk) + ". Het gaat de volgende keer verder.");
        } catch (InterruptedException gestopt) {
            Thread.currentThread().interrupt();
            return;
        }
        plan();
    }

    @Override
    public void close() {
        wekker.shutdownNow();
    }
}

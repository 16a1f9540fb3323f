// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Ophalen;

/// Tries again with pauses that double and differ by chance, so that many that failed together do not return together.
final class Volharding {

    private final Ophalen instelling;
    private final Wachter wachter;
    private final RandomGenerator toeval;
    private final Clock clock;

    /// @param toeval used by several threads at once
    Volharding(Ophalen instelling, Wachter wachter, RandomGenerator toeval, Clock clock) {
        this.instelling = instelling;
        this.wachter = wachter;
        this.toeval = toeval;
        this.clock = clock;
    }

    /// One attempt.
    @FunctionalInterface
    interface Poging<T> {
        /// @throws OpslagStuk when our own disk refuses
        /// @throws IOException when the connection broke
        Uitkomst<T> doe() throws IOException;
    }

    /// What all attempts came to: a value, or why it stops for now.
    sealed interface Afloop<T> {
        record Klaar<T>(T waarde) implements Afloop<T> {}

        record Gestopt<T>(Mislukking mislukking) implements Afloop<T> {}
    }

    /// @param bijMislukking told after each failure that is followed by another attempt
    /// @throws InterruptedException when the run is stopped
    <T> Afloop<T> probeer(Poging<T> poging, Consumer<Mislukking> bijMislukking) throws InterruptedException {
        for (int nummer = 1; ; nummer++) {
            switch (doe(poging)) {
                case Uitkomst.Gelukt<T>(T waarde) -> {
                    return new Afloop.Klaar<>(waarde);
                }
                case Uitkomst.Nooit<T>(String reden) -> {
                    return gestopt(reden, nummer, instelling.opnieuwNa());
                }
                case Uitkomst.Later<T>(String reden, Optional<Duration> na) -> {
                    Duration pauze = na.orElse(pauze(nummer));
                    if (pauze.compareTo(instelling.langsteWacht()) > 0) {
                        return gestopt(reden, nummer, pauze);
                    }
                    if (nummer >= instelling.pogingen()) {
                        return gestopt(reden, nummer, instelling.opnieuwNa());
                    }
                    bijMislukking.accept(mislukking(reden, nummer, pauze));
                    wachter.wacht(pauze);
                }
            }
        }
    }

    private static <T> Uitkomst<T> doe(Poging<T> poging) throws InterruptedException {
        try {
            return poging.doe();
        } catch (OpslagStuk vol) {
            return new Uitkomst.Nooit<>(Reden.OPSLAG_STUK.code());
        } catch (TeTraag traag) {
            return new Uitkomst.Later<>(traag.reden(), Optional.empty());
        } catch (GeenToken geweigerd) {
            return geweigerd.later()
                    ? new Uitkomst.Later<>(geweigerd.reden(), Optional.empty())
                    : new Uitkomst.Nooit<>(geweigerd.reden());
        } catch (IOException verbroken) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while waiting for a supplier");
            }
            return new Uitkomst.Later<>(Reden.GEEN_VERBINDING.code(), Optional.empty());
        }
    }

    /// The pause after so many failures: between half and all of the doubled first pause.
    Duration pauze(int nummer) {
        Duration heel = instelling.eersteWacht().multipliedBy(1L << Math.min(nummer - 1, 20));
        long millis =
                Math.max(1, Math.min(heel.toMillis(), instelling.langsteWacht().toMillis()));
        return Duration.ofMillis(millis - toeval.nextLong(millis / 2 + 1));
    }

    private <T> Afloop<T> gestopt(String reden, int nummer, Duration na) {
        return new Afloop.Gestopt<>(mislukking(reden, nummer, na));
    }

    /// Now.
    Instant nu() {
        return clock.instant();
    }

    /// Waits that long, not at all for zero.
    ///
    /// @throws InterruptedException when the run is stopped
    void wacht(Duration duur) throws InterruptedException {
        if (!duur.isZero()) {
            wachter.wacht(duur);
        }
    }

    /// A failure that is tried again after a while.
    Mislukking mislukking(String reden, int nummer, Duration na) {
        Instant volgende = clock.instant().plus(na);
        return new Mislukking(reden, nummer, volgende);
    }
}

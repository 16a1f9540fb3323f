// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// Removes what the register no longer lets us keep (LDV-L12: nothing else is ever removed), and leaves the evidence.
public final class Bewaarronde {

    /// How long after its day a sender may still offer a line again and hear that it is there. Our client gives
    /// up on lines long before.
    static final Duration DUBBEL = Duration.ofDays(31);

    private final Bewaarplaats plaats;
    private final Bewaartermijnen termijnen;
    private final Clock clock;
    private final SecureRandom random;

    /// @param random for the name of each run
    public Bewaarronde(Bewaarplaats plaats, Bewaartermijnen termijnen, Clock clock, SecureRandom random) {
        this.plaats = plaats;
        this.termijnen = termijnen;
        this.clock = clock;
        this.random = random;
    }

    /// What a run did.
    ///
    /// @param regels lines removed
    /// @param bewijzen pieces of evidence for them
    public record Verslag(UUID ronde, long regels, int bewijzen) {

        private Verslag met(Vernietiging bewijs) {
            return new Verslag(ronde, regels + bewijs.aantal(), bewijzen + 1);
        }
    }

    /// Runs once over everything; in small steps, so that it is in nobody's way. May be stopped and begun again
    /// at any time.
    public Verslag run() {
        Instant now = clock.instant();
        LocalDate dubbel = Inboeking.dag(now.minus(DUBBEL));
        Verslag verslag = new Verslag(new UUID(random.nextLong(), random.nextLong()), 0, 0);
        for (Houder houder : plaats.houders()) {
            for (String activiteit : plaats.activiteiten(houder)) {
                for (Bewaartermijnen.Bewaarregel regel : termijnen.find(activiteit)) {
                    verslag = run(houder, opdracht(verslag.ronde(), activiteit, regel, now, dubbel), verslag);
                }
            }
            plaats.forget(houder, dubbel);
        }
        return verslag;
    }

    private Verslag run(Houder houder, Bewaarplaats.Opdracht opdracht, Verslag before) {
        Verslag verslag = before;
        if (opdracht.vanaf().isBefore(opdracht.voor())) {
            for (Optional<Vernietiging> bewijs = plaats.remove(houder, opdracht);
                    bewijs.isPresent();
                    bewijs = plaats.remove(houder, opdracht)) {
                verslag = verslag.met(bewijs.get());
            }
        }
        return verslag;
    }

    private static Bewaarplaats.Opdracht opdracht(
            UUID ronde, String activiteit, Bewaartermijnen.Bewaarregel regel, Instant now, LocalDate dubbel) {
        Instant over = now.atZone(ZoneOffset.UTC).minus(regel.termijn()).toInstant();
        Instant voor = regel.tot().filter(tot -> tot.isBefore(over)).orElse(over);
        return new Bewaarplaats.Opdracht(ronde, activiteit, regel, regel.vanaf(), voor, now, dubbel);
    }
}

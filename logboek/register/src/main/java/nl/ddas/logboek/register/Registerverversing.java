// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for the register again and again, on a thread of its own.
public final class Registerverversing implements AutoCloseable {

    /// How often a log asks.
    public static final Duration GEWOON = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Registerverversing.class);

    private final Rounds<Klus> rondes;

    private enum Klus implements Rounds.Chore {
        VRAGEN;

        @Override
        public String dutch() {
            return "het register opnieuw lezen";
        }
    }

    private Registerverversing(Rounds<Klus> rondes) {
        this.rondes = rondes;
    }

    /// Starts; the first time is now, on the calling thread.
    public static Registerverversing start(Registercache cache, Duration interval) {
        Rounds.Work ask = () -> {
            boolean _ = cache.refresh();
        };
        return new Registerverversing(Rounds.start(
                Map.of(Klus.VRAGEN, ask),
                interval,
                (_, failed) -> LOG.error(
                        "register: asking failed, and is tried again: {}",
                        failed.getClass().getName())));
    }

    /// What goes wrong now, Dutch; empty when nothing does.
    public Optional<String> remark() {
        return rondes.remark();
    }

    @Override
    public void close() {
        rondes.close();
    }
}

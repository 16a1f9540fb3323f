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

    private final Rounds<Werk> rondes;

    private enum Werk implements Rounds.Chore {
        VRAGEN;

        @Override
        public String dutch() {
            return "het register opnieuw lezen";
        }
    }

    private Registerverversing(Rounds<Werk> rondes) {
        this.rondes = rondes;
    }

    /// Starts; the first time is now, on the calling thread.
    ///
    /// @throws RuntimeException when memory or log cannot be asked now; later that is told, and tried again
    public static Registerverversing start(Registercache cache, Duration interval) {
        boolean _ = cache.refresh();
        Rounds.Work ask = () -> {
            boolean _ = cache.refresh();
        };
        return new Registerverversing(Rounds.later(
                Map.of(Werk.VRAGEN, ask),
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

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something that somebody else keeps up to date, read again now and then while the program runs. What cannot be read,
/// or is not good, leaves the old in use and is told in the log. Safe for many threads: who asks while it is read gets
/// the old.
final class Herlezer<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Herlezer.class);

    private final Bron<T> bron;
    private final Clock klok;
    private final Duration elke;
    private final ReentrantLock slot = new ReentrantLock();
    private volatile T nu;
    private Instant gelezen;
    private volatile String fout = "";

    /// Where it comes from.
    ///
    /// @param naam of the setting, for the log
    /// @param lees may throw any runtime exception
    /// @param keur gives what it gets when that is good, and throws a runtime exception when not; asked
    ///     about what is new only
    record Bron<T>(String naam, Supplier<T> lees, UnaryOperator<T> keur) {

        static <T> Bron<T> van(String naam, Supplier<T> lees) {
            return new Bron<>(naam, lees, nieuw -> nieuw);
        }
    }

    /// Reads for the first time.
    ///
    /// @param elke how long it is left alone
    /// @throws RuntimeException what the source throws
    Herlezer(Bron<T> bron, Clock klok, Duration elke) {
        this.bron = bron;
        this.klok = klok;
        this.elke = elke;
        this.gelezen = klok.instant();
        this.nu = bron.keur().apply(bron.lees().get());
    }

    @Override
    public T get() {
        if (slot.tryLock()) {
            try {
                lees();
            } finally {
                slot.unlock();
            }
        }
        return nu;
    }

    /// What was read last, without reading it again.
    T laatst() {
        return nu;
    }

    /// What the operator should know, Dutch; empty when the last reading was good.
    Optional<String> opmerking() {
        return fout.isEmpty()
                ? Optional.empty()
                : Optional.of("wat er nieuw staat bij " + bron.naam()
                        + " is niet te gebruiken, en het oude blijft gelden;" + " zie het log");
    }

    // Whatever goes wrong with a file, the program must go on: hence every runtime exception.
    private void lees() {
        Instant moment = klok.instant();
        if (moment.isBefore(gelezen.plus(elke))) {
            return;
        }
        gelezen = moment;
        try {
            T nieuw = bron.lees().get();
            if (!nieuw.equals(nu)) {
                nu = bron.keur().apply(nieuw);
                LOG.info("{} renewed", bron.naam());
            }
            fout = "";
        } catch (RuntimeException mislukt) {
            String waarom = String.valueOf(mislukt.getMessage());
            if (!waarom.equals(fout)) {
                fout = waarom;
                LOG.error("{} not renewed, the old stays in use", bron.naam(), mislukt);
            }
        }
    }
}

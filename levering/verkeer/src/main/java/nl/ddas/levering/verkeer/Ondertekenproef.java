// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import nl.ddas.basis.Metrics;
import nl.ddas.trust.PayloadSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether our key signs: one in a device may go away while we run, and without it no message of ours is any
/// use. Found out by signing, also when nobody asks for anything, so that health is as quick to be good again.
/// Safe for many threads.
public final class Ondertekenproef {

    private static final Logger LOG = LoggerFactory.getLogger(Ondertekenproef.class);

    /// How long the outcome counts: who asks for health often does not keep the device busy.
    private static final Duration ELKE = Duration.ofSeconds(30);

    private final PayloadSigner ondertekenaar;
    private final Clock klok;
    /// Held while it signs: a device that hangs must not hang whoever asks for health.
    private final Lock bezig = new ReentrantLock();
    private Instant geproefd = Instant.MIN;
    private volatile boolean lukt = true;

    private Ondertekenproef(PayloadSigner ondertekenaar, Clock klok) {
        this.ondertekenaar = ondertekenaar;
        this.klok = klok;
    }

    /// Registers `PREFIX_ondertekenen_lukt`: 1, or 0 while the key does not sign.
    public static Ondertekenproef meld(Metrics cijfers, String prefix, PayloadSigner ondertekenaar, Clock klok) {
        Ondertekenproef proef = new Ondertekenproef(ondertekenaar, klok);
        cijfers.gauge(
                prefix + "_ondertekenen_lukt",
                "1 als de sleutel voor ondertekening werkt, 0 als hij nu niet te gebruiken is",
                () -> proef.lukt() ? 1 : 0);
        return proef;
    }

    /// Whether it signs, as of half a minute ago at most; while somebody is finding out, as of before that.
    public boolean lukt() {
        if (bezig.tryLock()) {
            try {
                proef();
            } finally {
                bezig.unlock();
            }
        }
        return lukt;
    }

    private void proef() {
        Instant nu = klok.instant();
        if (geproefd.equals(Instant.MIN) || !nu.isBefore(geproefd.plus(ELKE))) {
            geproefd = nu;
            boolean eerst = lukt;
            lukt = tekent();
            if (lukt && !eerst) {
                LOG.info("the key for signing works again");
            }
        }
    }

    private boolean tekent() {
        try {
            PayloadSigner.Signature _ = ondertekenaar.sign(new byte[0]);
            return true;
        } catch (IllegalStateException weg) {
            if (lukt) {
                LOG.error("the key for signing cannot be used: {}", weg.getMessage());
            }
            return false;
        }
    }
}

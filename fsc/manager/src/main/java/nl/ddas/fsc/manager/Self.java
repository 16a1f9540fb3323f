// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureMaker;

/// Who we are, and what we stand on.
///
/// @param address where others reach us
/// @param signer with the key for contracts of now
/// @param random for pauses and ids
public record Self(
        PeerIdentity identity,
        ManagerAddress address,
        Group group,
        Supplier<SignatureMaker> signer,
        Clock clock,
        RandomGenerator random) {

    /// Moments that we write are set back this much, for receivers whose clock is behind.
    private static final Duration SET_BACK = Duration.ofSeconds(5);

    public PeerId id() {
        return identity.id();
    }

    public Instant now() {
        return clock.instant();
    }

    /// The moment to write in contracts and signatures.
    Instant stamp() {
        return Instant.ofEpochSecond(now().minus(SET_BACK).getEpochSecond());
    }
}

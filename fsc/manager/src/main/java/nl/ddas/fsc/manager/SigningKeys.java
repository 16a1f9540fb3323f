// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SigningCertificates;

/// Certificates that others sign with: those seen before, else the JWKS of that Peer. Throws [PeerUnreachable] when it
/// has to look there and cannot, or has looked too often: the signature is then neither good nor bad. A Manager that
/// did not answer is left alone for a while. Safe for many threads.
public final class SigningKeys implements SigningCertificates {

    private static final int KEPT = 10_000;

    /// A Peer that sends signatures with ever other unknown certificates makes us look so often and no more.
    private static final int LOOKS = 20;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /// How long a Manager that did not answer is not asked again.
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final OtherManagers others;
    private final Clock clock;
    private final Map<CertificateThumbprint, List<X509Certificate>> seen = new LinkedHashMap<>();
    private final Map<PeerId, Deque<Instant>> looks = new HashMap<>();
    private final Map<OtherManagers.Called, Instant> silent = new LinkedHashMap<>();

    public SigningKeys(OtherManagers others, Clock clock) {
        this.others = others;
        this.clock = clock;
    }

    @Override
    public Optional<List<X509Certificate>> chain(PeerId peer, ManagerAddress at, CertificateThumbprint thumbprint) {
        Optional<List<X509Certificate>> known = known(thumbprint);
        if (known.isPresent()) {
            return known;
        }
        OtherManagers.Called called = new OtherManagers.Called(peer, at);
        if (isSilent(called)) {
            throw new PeerUnreachable(peer, "its JWKS could not be had just now; try again later");
        }
        if (!mayLook(peer)) {
            throw new PeerUnreachable(peer, "its JWKS was looked at " + LOOKS + " times in a minute; try again later");
        }
        Optional<List<X509Certificate>> fetched = look(called).chain(thumbprint);
        fetched.ifPresent(chain -> keep(thumbprint, chain));
        return fetched;
    }

    /// Lets a Peer show that an address is its own: who answers there must have a certificate of it. For a Peer that is
    /// known to be awake.
    ///
    /// @throws PeerUnreachable when nobody or another answers, or it made us look too often
    void prove(OtherManagers.Called called) {
        if (!mayLook(called.peer())) {
            throw new PeerUnreachable(
                    called.peer(), "its addresses were looked at " + LOOKS + " times in a minute; try again later");
        }
        Jwks _ = look(called);
        synchronized (silent) {
            silent.remove(called);
        }
    }

    private Jwks look(OtherManagers.Called called) {
        try {
            return others.jwks(called);
        } catch (PeerUnreachable unreachable) {
            synchronized (silent) {
                if (silent.size() >= KEPT) {
                    silent.remove(silent.keySet().iterator().next());
                }
                silent.put(called, clock.instant().plus(SILENCE));
            }
            throw unreachable;
        }
    }

    private boolean isSilent(OtherManagers.Called called) {
        synchronized (silent) {
            Instant until = silent.getOrDefault(called, Instant.MIN);
            if (clock.instant().isBefore(until)) {
                return true;
            }
            silent.remove(called);
            return false;
        }
    }

    private boolean mayLook(PeerId peer) {
        Instant now = clock.instant();
        synchronized (looks) {
            Deque<Instant> recent = looks.computeIfAbsent(peer, p -> new ArrayDeque<>());
            while (!recent.isEmpty() && recent.getFirst().isBefore(now.minus(PERIOD))) {
                recent.removeFirst();
            }
            if (recent.size() >= LOOKS) {
                return false;
            }
            recent.addLast(now);
            return true;
        }
    }

    private Optional<List<X509Certificate>> known(CertificateThumbprint thumbprint) {
        synchronized (seen) {
            return Optional.ofNullable(seen.get(thumbprint));
        }
    }

    private void keep(CertificateThumbprint thumbprint, List<X509Certificate> chain) {
        synchronized (seen) {
            if (seen.size() >= KEPT) {
                seen.remove(seen.keySet().iterator().next());
            }
            seen.put(thumbprint, chain);
        }
    }
}

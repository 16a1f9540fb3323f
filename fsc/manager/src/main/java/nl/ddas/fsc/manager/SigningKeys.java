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

/// Certificates that others sign with: those that the same Peer showed lately, else its JWKS of now. Throws
/// [PeerUnreachable] when it has to look there and cannot, or has looked too often: the signature is then neither
/// good nor bad. A Manager that did not answer is left alone for a while. Safe for many threads.
///
/// What a Peer shows goes before what others show of it: anybody can show the certificate of somebody else, with
/// issuers above it that make no chain.
public final class SigningKeys implements SigningCertificates {

    private static final int KEPT = 10_000;

    /// A Peer that sends signatures with ever other unknown certificates makes us look so often and no more.
    private static final int LOOKS = 20;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    /// For so long a chain is used as it was shown: the Peer may mend it.
    private static final Duration FRESH = Duration.ofMinutes(10);

    /// How long a Manager that did not answer is not asked again.
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final OtherManagers others;
    private final Clock clock;
    private final Map<Shown, Chain> seen = new LinkedHashMap<>();
    private final Map<PeerId, Deque<Instant>> looks = new HashMap<>();
    private final Map<OtherManagers.Called, Instant> silent = new LinkedHashMap<>();

    public SigningKeys(OtherManagers others, Clock clock) {
        this.others = others;
        this.clock = clock;
    }

    /// @param peer in whose JWKS it stands
    private record Shown(PeerId peer, CertificateThumbprint thumbprint) {}

    /// @param until when it is to be looked at again
    private record Chain(List<X509Certificate> certificates, Instant until) {}

    @Override
    public Optional<List<X509Certificate>> chain(PeerId peer, ManagerAddress at, CertificateThumbprint thumbprint) {
        Shown wanted = new Shown(peer, thumbprint);
        Optional<Chain> known = known(wanted);
        if (known.filter(chain -> clock.instant().isBefore(chain.until())).isPresent()) {
            return known.map(Chain::certificates);
        }
        try {
            Optional<List<X509Certificate>> now =
                    jwks(new OtherManagers.Called(peer, at)).chain(thumbprint).or(() -> known.map(Chain::certificates));
            now.ifPresent(chain -> keep(wanted, chain));
            // So that a signature with the certificate of another Peer is refused as just that.
            return now.or(() -> shownByAnybody(thumbprint));
        } catch (PeerUnreachable away) {
            // What it showed before serves while it cannot be asked.
            return Optional.of(known.map(Chain::certificates).orElseThrow(() -> away));
        }
    }

    private Optional<List<X509Certificate>> shownByAnybody(CertificateThumbprint thumbprint) {
        synchronized (seen) {
            return seen.entrySet().stream()
                    .filter(shown -> shown.getKey().thumbprint().equals(thumbprint))
                    .map(shown -> shown.getValue().certificates())
                    .findFirst();
        }
    }

    private Jwks jwks(OtherManagers.Called of) {
        if (isSilent(of)) {
            throw new PeerUnreachable(of.peer(), "its JWKS could not be had just now; try again later");
        }
        if (!mayLook(of.peer())) {
            throw new PeerUnreachable(
                    of.peer(), "its JWKS was looked at " + LOOKS + " times in a minute; try again later");
        }
        return look(of);
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

    private Optional<Chain> known(Shown wanted) {
        synchronized (seen) {
            return Optional.ofNullable(seen.get(wanted));
        }
    }

    private void keep(Shown by, List<X509Certificate> chain) {
        synchronized (seen) {
            if (seen.size() >= KEPT) {
                seen.remove(seen.keySet().iterator().next());
            }
            seen.put(by, new Chain(chain, clock.instant().plus(FRESH)));
        }
    }
}

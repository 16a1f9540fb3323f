// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.ddas.trust.Identity;

/// A key of ours that may be replaced while the program runs, and the keys before it for as long as others may still
/// lean on them. Safe for many threads.
final class Sleutelwissel implements Supplier<List<Identity>> {

    private final Herlezer<Identity> nu;
    private final Function<Identity, Instant> tot;
    private final Clock klok;
    private List<Eerder> rij;

    private record Eerder(Identity sleutel, Instant tot) {}

    /// @param nu the key of now; keeps the old when the new one is not good
    /// @param tot until when a key that was replaced at this moment is kept
    Sleutelwissel(Herlezer<Identity> nu, Function<Identity, Instant> tot, Clock klok) {
        this.nu = nu;
        this.tot = tot;
        this.klok = klok;
        this.rij = List.of(new Eerder(nu.get(), Instant.MAX));
    }

    /// The key of now first.
    @Override
    public List<Identity> get() {
        return stand().stream().map(Eerder::sleutel).toList();
    }

    /// Reading takes its time, and nobody waits for that: who asks meanwhile gets the old.
    private List<Eerder> stand() {
        Identity _ = nu.get();
        return bijgewerkt();
    }

    private synchronized List<Eerder> bijgewerkt() {
        Identity sleutel = nu.laatst();
        Identity laatste = rij.getFirst().sleutel();
        List<Eerder> nieuw = new ArrayList<>(rij);
        if (!sleutel.equals(laatste)) {
            nieuw.set(0, new Eerder(laatste, tot.apply(laatste)));
            // Of a device that was away the same key comes back as another object.
            nieuw.removeIf(een -> een.sleutel().chain().equals(sleutel.chain()));
            nieuw.addFirst(new Eerder(sleutel, Instant.MAX));
        }
        nieuw.removeIf(een -> !klok.instant().isBefore(een.tot()));
        rij = List.copyOf(nieuw);
        return rij;
    }

    Identity eerste() {
        return stand().getFirst().sleutel();
    }

    /// What the operator should know, Dutch; empty when the last reading was good.
    Optional<String> opmerking() {
        return nu.opmerking();
    }
}

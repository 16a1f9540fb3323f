// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A witness: signs checkpoints of logs of others, each only when it goes on from the last one it signed (C2SP
/// tlog-witness). So a log cannot rewrite what it has shown here, nor show others something else with this
/// signature. Knows no network; safe for many threads.
public final class Getuige {

    private final NoteSigner signer;
    private final Map<String, List<VerifierKey>> logs;
    private final Getuigenstand stand;
    private final Clock clock;

    /// @param logs keys of the logs that are witnessed; the name of a key is the origin of its log
    public Getuige(NoteSigner signer, Collection<VerifierKey> logs, Getuigenstand stand, Clock clock) {
        this.signer = signer;
        this.logs = logs.stream().collect(Collectors.groupingBy(VerifierKey::naam));
        this.stand = stand;
        this.clock = clock;
    }

    /// A request whose signature is good.
    private record Goed(Aanbod aanbod, Checkpoint kop) {
        private Getuigenstand.Kop to() {
            return new Getuigenstand.Kop(kop.size(), kop.root());
        }
    }

    /// The key to check our signatures with.
    public VerifierKey verifier() {
        return signer.witness();
    }

    /// Answers `add-checkpoint`. What is signed is remembered on disk before this returns.
    ///
    /// @param body as it came
    public Getuigeantwoord add(byte[] body) {
        Optional<Aanbod> aanbod = Aanbod.read(body);
        Optional<Checkpoint> kop =
                aanbod.flatMap(one -> Checkpoint.read(one.checkpoint().text()));
        if (kop.isEmpty()) {
            return new Getuigeantwoord.Onleesbaar();
        }
        List<VerifierKey> keys = logs.getOrDefault(kop.get().origin(), List.of());
        if (keys.isEmpty()) {
            return new Getuigeantwoord.Onbekend();
        }
        if (keys.stream().noneMatch(aanbod.get().checkpoint()::isSignedBy)) {
            return new Getuigeantwoord.Ongetekend();
        }
        return aanbod.get().oud() > kop.get().size()
                ? new Getuigeantwoord.Onleesbaar()
                : decide(new Goed(aanbod.get(), kop.get()), body);
    }

    private Getuigeantwoord decide(Goed goed, byte[] body) {
        Checkpoint kop = goed.kop();
        Getuigenstand.Kop last = stand.last(kop.origin()).orElse(Getuigenstand.Kop.GEEN);
        if (goed.aanbod().oud() != last.size()) {
            return new Getuigeantwoord.Andere(last.size());
        }
        if (kop.size() == last.size() && !kop.root().equals(last.root())) {
            stand.keepRefused(kop.origin(), body);
            return new Getuigeantwoord.AndereWortel();
        }
        boolean goesOn = Bewijstoets.extend(
                last.size(), last.root(), kop.size(), kop.root(), goed.aanbod().bewijs());
        if (!goesOn) {
            stand.keepRefused(kop.origin(), body);
            return new Getuigeantwoord.Bewijsfout();
        }
        if (!stand.advance(kop.origin(), last, goed.to(), goed.aanbod().checkpoint())) {
            long other = stand.last(kop.origin()).orElse(Getuigenstand.Kop.GEEN).size();
            return new Getuigeantwoord.Andere(other);
        }
        return new Getuigeantwoord.Getekend(
                List.of(signer.cosign(goed.aanbod().checkpoint().text(), clock.instant())));
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Jwks;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.trust.Identity;

/// The certificates by which we sign, as we publish them. One that was replaced stays for as long as a token that it
/// signed may last, and while a living contract has our accept by it. Safe for many threads.
final class Keys {

    /// A token lasts an hour at most; a few minutes for clocks that differ.
    private static final Duration TOKENS_LAST = Duration.ofMinutes(85);

    private static final Duration REMEMBERED_AGAIN = Duration.ofMinutes(5);

    private final List<Supplier<Identity>> current;
    private final Kept kept;
    private final Contracts contracts;
    private final PeerId self;
    private final Clock clock;
    private final Map<CertificateThumbprint, Known> known = new ConcurrentHashMap<>();

    /// @param used when it was last one of the current
    private record Known(List<X509Certificate> chain, Instant used) {}

    /// @param current keys for contracts and for tokens, asked each time
    Keys(List<Supplier<Identity>> current, Kept kept, Contracts contracts, PeerId self, Clock clock) {
        this.current = List.copyOf(current);
        this.kept = kept;
        this.contracts = contracts;
        this.self = self;
        this.clock = clock;
        kept.all(Kept.Kind.KEY).forEach((id, json) -> CertificateThumbprint.read(id)
                .ifPresent(thumbprint -> known.put(
                        thumbprint,
                        new Known(
                                ContractRows.chain(json.text("chain").orElse("")),
                                Instant.ofEpochSecond(json.whole("used").orElse(0L))))));
    }

    /// What we publish now.
    Jwks jwks() {
        Instant now = clock.instant();
        Stream<List<X509Certificate>> old = known.values().stream()
                .map(Known::chain)
                .filter(chain -> now.isBefore(chain.getFirst().getNotAfter().toInstant()));
        return new Jwks(Stream.concat(chains(), old).distinct().toList());
    }

    private Stream<List<X509Certificate>> chains() {
        return current.stream().map(Supplier::get).map(Identity::chain).distinct();
    }

    /// Remembers the current certificates, and forgets those that nobody needs; call it now and then.
    void tend() {
        Instant now = clock.instant();
        chains().forEach(chain -> remember(chain, now));
        Set<CertificateThumbprint> old = known.entrySet().stream()
                .filter(entry -> entry.getValue().used().plus(TOKENS_LAST).isBefore(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (old.isEmpty()) {
            return;
        }
        Set<CertificateThumbprint> needed = contracts.acceptedBy(self, now).stream()
                .map(CertificateThumbprint::of)
                .collect(Collectors.toUnmodifiableSet());
        old.removeAll(needed);
        old.forEach(thumbprint -> {
            kept.remove(Kept.Kind.KEY, thumbprint.base64url());
            known.remove(thumbprint);
        });
    }

    private void remember(List<X509Certificate> chain, Instant now) {
        CertificateThumbprint thumbprint = CertificateThumbprint.of(chain.getFirst());
        boolean fresh = Optional.ofNullable(known.get(thumbprint))
                .filter(k -> now.isBefore(k.used().plus(REMEMBERED_AGAIN)))
                .isPresent();
        if (!fresh) {
            kept.put(
                    Kept.Kind.KEY,
                    thumbprint.base64url(),
                    JsonObject.EMPTY.with("chain", ContractRows.text(chain)).with("used", now.getEpochSecond()));
            known.put(thumbprint, new Known(chain, now));
        }
    }
}

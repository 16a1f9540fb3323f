// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;

/// Finds the certificate to which a message for a party is encrypted: of those that the party makes known the
/// newest one that is fit. Safe for many threads.
public final class Recipients {

    private final Map<String, CertificateSource> sources;
    private final Supplier<Trust> trust;
    private final Clock clock;

    /// @param sources by number of the party
    /// @param trust asked at each message, so that a revoked certificate is left at once
    public Recipients(Map<String, CertificateSource> sources, Supplier<Trust> trust, Clock clock) {
        this.sources = Map.copyOf(sources);
        this.trust = trust;
        this.clock = clock;
    }

    /// To whom may be encrypted now, or why not.
    public Recipient.Outcome find(Oin oin) {
        List<List<X509Certificate>> chains;
        try {
            CertificateSource source =
                    Optional.ofNullable(sources.get(oin.value())).orElse(List::of);
            chains = source.chains();
        } catch (IOException gone) {
            return new Recipient.Outcome.Unfit(
                    Refusal.CERTIFICAAT_ONTBREEKT,
                    "Het certificaat van de ontvanger om mee te versleutelen is nu niet op te halen.");
        }
        Trust now = trust.get();
        List<Recipient.Outcome> outcomes = chains.stream()
                .filter(chain -> !chain.isEmpty())
                .sorted(Comparator.comparing((List<X509Certificate> chain) ->
                                chain.getFirst().getNotBefore().toInstant())
                        .reversed())
                .map(chain -> Recipient.check(chain, oin, now, clock.instant()))
                .toList();
        return outcomes.stream()
                .filter(Recipient.Outcome.Fit.class::isInstance)
                .findFirst()
                .or(() -> outcomes.stream().findFirst())
                .orElse(new Recipient.Outcome.Unfit(
                        Refusal.CERTIFICAAT_ONTBREEKT,
                        "Van de ontvanger is geen certificaat bekend om mee te versleutelen."));
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What issuers said about single certificates (OCSP, RFC 6960), as it was known a moment ago. Fetched beside the work:
/// looking here never waits for the network.
///
/// @param known answers that were in force when this was made
/// @param ask hears of a certificate about which nothing is known, so that it is soon; must return at once
public record StatusAnswers(Map<Question, Answer> known, Consumer<Question> ask) {

    /// Nobody is asked.
    public static final StatusAnswers NONE = new StatusAnswers(Map.of(), _ -> {});

    /// About which certificate.
    ///
    /// @param issuer whose key signed it
    public record Question(X509Certificate certificate, X509Certificate issuer) {}

    /// @param until the first moment at which it counts no more
    public record Answer(boolean revoked, Instant until) {}

    public StatusAnswers {
        known = Map.copyOf(known);
    }

    /// Those that are in force at a moment.
    public StatusAnswers at(Instant now) {
        return new StatusAnswers(
                known.entrySet().stream()
                        .filter(entry -> now.isBefore(entry.getValue().until()))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                ask);
    }

    Optional<Answer> to(Question question) {
        return Optional.ofNullable(known.get(question));
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ddas.basis.StatusAnswers;
import nl.ddas.trust.Chains;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.Trust;

/// Trusts chains that lead to one of the anchors of now, revocation lists included. Following a chain takes a
/// millisecond, and thousands of contracts share few chains: a good one is not followed again until something in it or
/// a revocation list ends, or until anchors or lists are others; a bad one not for half a minute. Safe for many
/// threads.
public final class TrustedChains implements ChainCheck {

    private static final int MOST = 10_000;
    private static final Duration BAD = Duration.ofSeconds(30);

    /// A good one, where issuers are asked about single certificates.
    private static final Duration ASKED = Duration.ofSeconds(30);

    private final Supplier<Trust> trust;
    private final Judge judge;
    private final Map<List<X509Certificate>, Verdict> verdicts = new ConcurrentHashMap<>();

    /// @param until the first moment at which it holds no more
    private record Verdict(Trust trust, Optional<String> objection, Instant from, Instant until) {

        boolean holds(Trust current, Instant now) {
            return !now.isBefore(from) && now.isBefore(until) && trust.equals(current);
        }
    }

    /// Follows a chain to an anchor.
    @FunctionalInterface
    interface Judge {
        Optional<Refusal> objection(List<X509Certificate> chain, Trust trust, Instant now);
    }

    /// @param trust anchors and revocation lists of now; asked each time
    public TrustedChains(Supplier<Trust> trust) {
        this(trust, Chains::objection);
    }

    TrustedChains(Supplier<Trust> trust, Judge judge) {
        this.trust = trust;
        this.judge = judge;
    }

    @Override
    public Optional<String> objection(List<X509Certificate> chain, Instant now) {
        Trust current = trust.get();
        Verdict known = verdicts.get(chain);
        if (known != null && known.holds(current, now)) {
            return known.objection();
        }
        if (verdicts.size() >= MOST) {
            verdicts.clear();
        }
        Optional<String> objection = judge.objection(chain, current, now).map(TrustedChains::english);
        Instant until = objection.isPresent() ? now.plus(BAD) : end(chain, current, now);
        verdicts.put(List.copyOf(chain), new Verdict(current, objection, now, until));
        return objection;
    }

    /// When the first of all that a good verdict rests on ends. It cannot rest on a list or anchor that has ended.
    private static Instant end(List<X509Certificate> chain, Trust trust, Instant now) {
        Stream<Instant> around = Stream.concat(
                        trust.anchors().stream().map(X509Certificate::getNotAfter),
                        trust.crls().stream().map(X509CRL::getNextUpdate).filter(Objects::nonNull))
                .map(Date::toInstant)
                .filter(now::isBefore);
        Stream<Instant> leaves =
                chain.stream().map(X509Certificate::getNotAfter).map(Date::toInstant);
        return Stream.concat(leaves, Stream.concat(around, answers(chain, trust, now)))
                .min(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /// An issuer that is asked may say otherwise at any moment, and its answers end.
    private static Stream<Instant> answers(List<X509Certificate> chain, Trust trust, Instant now) {
        if (trust.answers().equals(StatusAnswers.NONE)) {
            return Stream.empty();
        }
        Stream<Instant> ends = chain.stream()
                .flatMap(one -> Stream.concat(chain.stream(), trust.anchors().stream())
                        .map(issuer -> new StatusAnswers.Question(one, issuer)))
                .flatMap(question -> trust.answers().to(question, now).stream())
                .map(StatusAnswers.Answer::until);
        return Stream.concat(Stream.of(now.plus(ASKED)), ends);
    }

    private static String english(Refusal refusal) {
        return switch (refusal) {
            case CERTIFICAAT_GELDIGHEID -> "the certificate, or one above it, is expired or not yet valid";
            case CERTIFICAAT_INGETROKKEN -> "the certificate, or one above it, is revoked";
            case INTREKKINGSSTATUS_ONBEKEND ->
                "no valid revocation list or answer tells whether the certificate is revoked";
            case Refusal other -> "the certificate does not lead to a trust anchor of the group";
        };
    }
}

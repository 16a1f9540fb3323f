// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.StatusAnswers;

/// Whom we believe: anchors and what they revoked. A path without a valid revocation list for each issuer in
/// it, or an answer about the certificate, cannot be decided, so it is not accepted; unless not looking was
/// chosen.
///
/// @param anchors root certificates, at least one
/// @param crls revocation lists of all issuers below the anchors, the anchors included
/// @param answers about single certificates, where an issuer has no list
/// @param environment production refuses anchors and OINs that are for practice
/// @param unchecked why revoked certificates are believed too, English; empty when they are not, as it should be
/// @param elsewhere anchors that are trusted too, but for these purposes and not here: to say so when one is met
public record Trust(
        List<X509Certificate> anchors,
        List<X509CRL> crls,
        StatusAnswers answers,
        Environment environment,
        Optional<String> unchecked,
        Map<Purpose, List<X509Certificate>> elsewhere) {

    /// Revoked certificates are not believed.
    public Trust(List<X509Certificate> anchors, List<X509CRL> crls, Environment environment) {
        this(anchors, crls, StatusAnswers.NONE, environment, Optional.empty(), Map.of());
    }

    /// Believes what a connection believes.
    public static Trust of(List<X509Certificate> anchors, Revocation revocation, Environment environment) {
        return switch (revocation) {
            case Revocation.Checked(List<X509CRL> lists, StatusAnswers answers, InstantSource _) ->
                new Trust(anchors, lists, answers, environment, Optional.empty(), Map.of());
            case Revocation.Unchecked(String reason) ->
                new Trust(anchors, List.of(), StatusAnswers.NONE, environment, Optional.of(reason), Map.of());
        };
    }

    /// The same, for one who trusts others for other purposes.
    public Trust beside(Map<Purpose, List<X509Certificate>> others) {
        return new Trust(anchors, crls, answers, environment, unchecked, others);
    }

    /// The same, for a connection.
    ///
    /// @param clock of the end of the connection
    public Revocation revocation(InstantSource clock) {
        return unchecked
                .<Revocation>map(Revocation.Unchecked::new)
                .orElseGet(() -> new Revocation.Checked(crls, answers, clock));
    }

    public Trust {
        anchors = List.copyOf(anchors);
        crls = List.copyOf(crls);
        elsewhere = Map.copyOf(elsewhere);
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("Trust: expected at least one anchor");
        }
        environment.requireAccepted(anchors);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Issuance;
import nl.ddas.basis.StatusCheck;

/// Revocation lists that come in over the network, judged before they take the place of those that are there.
///
/// @param issuers certificates of issuers that are known
public record IncomingLists(List<X509Certificate> issuers, Instant now) {

    /// How far the clock of an issuer may be ahead.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    public IncomingLists {
        issuers = List.copyOf(issuers);
    }

    /// What is in use from now on. A list of a known issuer takes the place of the one before.
    ///
    /// A list of an issuer that is not known may have been forged on its way, so it pushes nothing out: the
    /// oldest of that issuer that is in force stays behind it. Whoever follows a path knows the issuer, and
    /// uses what it signed.
    ///
    /// @param there what is in use
    /// @param came from the address
    /// @throws IOException when there is none, or one has ended, is from the future, is older than what is
    ///     there, or is not signed by its issuer; then what is there stays
    public List<X509CRL> after(List<X509CRL> there, List<X509CRL> came) throws IOException {
        if (came.isEmpty()) {
            throw new IOException("no revocation list in the answer");
        }
        List<X509CRL> all = new ArrayList<>(came);
        for (X509CRL list : came) {
            if (!StatusCheck.isInForce(list, now)) {
                throw new IOException("the list has ended");
            }
            if (list.getThisUpdate().toInstant().isAfter(now.plus(AHEAD))) {
                throw new IOException("the list is from the future");
            }
            List<X509CRL> before = there.stream()
                    .filter(old -> old.getIssuerX500Principal().equals(list.getIssuerX500Principal()))
                    .toList();
            if (isOfKnownIssuer(list)) {
                checkSigned(list, before);
            } else {
                oldest(list, before).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private boolean isOfKnownIssuer(X509CRL list) {
        return issuers.stream()
                .anyMatch(issuer -> issuer.getSubjectX500Principal().equals(list.getIssuerX500Principal()));
    }

    private void checkSigned(X509CRL list, List<X509CRL> before) throws IOException {
        List<X509Certificate> signers =
                issuers.stream().filter(issuer -> Issuance.isBy(issuer, list)).toList();
        if (signers.isEmpty()) {
            throw new IOException("the list is not signed by its issuer");
        }
        for (X509CRL old : before) {
            boolean same = signers.stream().anyMatch(issuer -> Issuance.isBy(issuer, old));
            if (same && (isOlder(list, old) || Issuer.number(list).compareTo(Issuer.number(old)) < 0)) {
                throw new IOException("the list is older than the one that is there");
            }
        }
    }

    /// Its number says nothing: who forges a list writes what it likes, also a number that none comes after.
    private Optional<X509CRL> oldest(X509CRL list, List<X509CRL> before) throws IOException {
        if (before.stream().anyMatch(old -> isOlder(list, old))) {
            throw new IOException("the list is older than the one that is there");
        }
        return before.reversed().stream()
                .filter(old -> StatusCheck.isInForce(old, now) && !old.equals(list))
                .findFirst();
    }

    private static boolean isOlder(X509CRL list, X509CRL old) {
        return list.getThisUpdate().toInstant().isBefore(old.getThisUpdate().toInstant());
    }
}

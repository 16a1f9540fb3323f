// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.basis.Issuance;
import nl.ddas.trust.Identity;

/// What others fetch from the authority.
record CaPublication(CaFolder folder, CaSettings settings, Register register, Instant now) {

    private static final String ROOT = "stam";

    /// Writes certificates of root, issuing authorities and parties, and the lists that are due.
    ///
    /// @param all whether lists are made that are not due
    /// @return what was made, and what should have been and could not, Dutch
    List<String> write(CaSecrets secrets, boolean all) throws IOException {
        folder.publish(ROOT, register.root());
        for (Register.Generation generation : register.generations()) {
            folder.publish(name(generation), generation.certificate());
        }
        for (Issued one : register.valid(now)) {
            folder.writeChain(
                    one, register.generations().get(one.generation() - 1).certificate(), register.root());
        }
        List<String> told = new ArrayList<>();
        for (Register.Generation generation : register.generations()) {
            if (generation.revoked().isEmpty()
                    && now.isBefore(generation.certificate().getNotAfter().toInstant())) {
                writeList(generation, secrets, all, told);
            }
        }
        writeRootList(secrets, all, told);
        return told;
    }

    private static String name(Register.Generation generation) {
        return "uitgever-" + generation.number();
    }

    private void writeList(Register.Generation generation, CaSecrets secrets, boolean all, List<String> told)
            throws IOException {
        List<Revoked> revoked = register.revoked(generation.number(), now);
        Optional<X509CRL> before = before(name(generation), generation.certificate(), told);
        boolean due = before.map(list -> list.getThisUpdate().toInstant().isBefore(now.minus(CaLists.ISSUING_AGE)))
                .orElse(true);
        if (all || due || !tells(before.orElseThrow(), revoked)) {
            make(
                    name(generation),
                    folder.issuing(generation, secrets),
                    revoked,
                    before.map(CaLists::number).orElse(BigInteger.ZERO),
                    CaLists.ISSUING_LIFE,
                    told);
        }
    }

    private void writeRootList(CaSecrets secrets, boolean all, List<String> told) throws IOException {
        List<Revoked> revoked = register.revokedAuthorities();
        Optional<X509CRL> before = before(ROOT, register.root(), told);
        boolean due = before.map(list ->
                        list.getNextUpdate().toInstant().isBefore(now.plus(CaLists.ROOT_LEFT)) || !tells(list, revoked))
                .orElse(true);
        Optional<Identity> root = folder.root(register.root(), secrets);
        if (root.isPresent() && (all || due)) {
            make(
                    ROOT,
                    root.orElseThrow(),
                    revoked,
                    before.map(CaLists::number).orElse(BigInteger.ZERO),
                    CaLists.ROOT_LIFE,
                    told);
        } else if (due) {
            told.add("De lijst van de stam moet vernieuwd worden, en de stamsleutel is er niet: leg hem klaar en doe"
                    + " ca crl opnieuw.");
        }
    }

    /// The list of now, when it is good: another one is made again, as when there is none. Its number was below the
    /// seconds of the clock.
    private Optional<X509CRL> before(String name, X509Certificate issuer, List<String> told) {
        Optional<X509CRL> good = folder.list(name).filter(list -> Issuance.isBy(issuer, list));
        if (good.isEmpty() && folder.hasList(name)) {
            told.add(name + ".crl was stuk of niet van deze uitgever. Kijk of de schijf goed is, en wie in de map"
                    + " publicatie kan schrijven.");
        }
        return good;
    }

    private void make(
            String name, Identity issuer, List<Revoked> revoked, BigInteger before, Duration life, List<String> told)
            throws IOException {
        X509CRL list = new CaLists(settings.signature()).list(issuer, revoked, before, now, life);
        folder.publish(name, list);
        told.add(name + ".crl: nummer " + CaLists.number(list) + ", " + revoked.size() + " ingetrokken");
    }

    private static boolean tells(X509CRL list, List<Revoked> revoked) {
        Set<X509CRLEntry> entries =
                list.getRevokedCertificates() == null ? Set.of() : new HashSet<>(list.getRevokedCertificates());
        return entries.stream()
                .map(X509CRLEntry::getSerialNumber)
                .collect(Collectors.toSet())
                .equals(revoked.stream().map(Revoked::serial).collect(Collectors.toSet()));
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static nl.ddas.trust.Readers.expect;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Readers of certificates, revocation lists and keys.
final class CertificateReaders {

    private static final Stage STAGE = new Stage();
    private static final byte[] LEAF = Sha256.der(STAGE.signing.leaf());
    private static final byte[] ISSUING = Sha256.der(STAGE.authority.issuing());

    private CertificateReaders() {}

    static Readers all() {
        return new Readers(List.of(
                new Readers.One("leaf in x5c", LEAF, bytes -> chain(bytes, ISSUING)),
                new Readers.One("issuer in x5c", ISSUING, bytes -> chain(LEAF, bytes)),
                new Readers.One("certificate alone", LEAF, CertificateReaders::report),
                new Readers.One("revocation list", list(), CertificateReaders::list),
                new Readers.One(
                        "file of a party", Stage.utf8(Pem.write(STAGE.signing)), CertificateReaders::identity)));
    }

    private static void chain(byte[] leaf, byte[] issuing) {
        List<String> x5c = List.of(
                Base64.getEncoder().encodeToString(leaf), Base64.getEncoder().encodeToString(issuing));
        SignerChain chain = SignerChain.read(x5c, Optional.empty());
        PathCheck.check(chain.certificates(), STAGE.authority.trust(), STAGE.clock.instant());
        SignerChecks.checkUse(chain);
        SignerChecks.oin(chain, Environment.TEST);
        expect(Arrays.equals(leaf, LEAF) && Arrays.equals(issuing, ISSUING));
    }

    /// What can be read can be told.
    private static void report(byte[] der) {
        Chains.read(der).ifPresent(certificate -> {
            expect(!SignatureReport.CertificateReport.of(certificate).toString().isEmpty());
            expect(!SubjectName.of(certificate.getSubjectX500Principal())
                    .toString()
                    .isEmpty());
            expect(Purpose.objectionToSigning(certificate)
                    .filter(String::isEmpty)
                    .isEmpty());
            expect(Arrays.equals(Sha256.der(certificate), der));
        });
    }

    /// A list that is not the one its authority signed says nothing of anybody; bytes behind it are no part of it.
    private static void list(byte[] bytes) throws IOException {
        List<X509CRL> lists = PemFiles.revocationLists("fuzz", bytes);
        Trust trust = new Trust(
                List.of(STAGE.authority.root()), List.of(STAGE.authority.crls().getFirst()), Environment.TEST);
        Trust with = new Trust(
                trust.anchors(),
                Stream.concat(trust.crls().stream(), lists.stream()).toList(),
                Environment.TEST);
        Optional<Refusal> objection = Chains.objection(STAGE.signing.chain(), with, STAGE.clock.instant());
        expect(objection.isPresent()
                || lists.equals(List.of(STAGE.authority.crls().getLast())));
    }

    private static byte[] list() {
        try {
            return STAGE.authority.crls().getLast().getEncoded();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void identity(byte[] bytes) throws GeneralSecurityException {
        try {
            Pem.readIdentity(Readers.latin1(bytes));
        } catch (IllegalArgumentException unusable) {
            // Told as an unusable file by PemFiles.
        }
    }
}

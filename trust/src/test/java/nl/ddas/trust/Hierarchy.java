// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A root and an authority below it, with lists and further authorities of choice. Every one has the same names.
final class Hierarchy {

    static final Duration LIST_LIFE = Duration.ofMinutes(30);

    final Identity root;
    final Identity issuing;
    private final Stage stage;

    Hierarchy(Stage stage) {
        this.stage = stage;
        KeyPair pair = stage.keys.forAuthority();
        X509Certificate any = new Draft(pair.getPublic()).by(stage.signing);
        root = new Identity(
                pair.getPrivate(),
                List.of(new Draft(pair.getPublic())
                        .authority("stam-CA", 1)
                        .byItself(new Identity(pair.getPrivate(), List.of(any)))));
        issuing = authority(UnaryOperator.identity());
    }

    /// Another authority below the root.
    Identity authority(UnaryOperator<Draft> change) {
        return below(root, stage.keys.forAuthority(), change);
    }

    /// Another authority below the root, on this key.
    Identity authority(KeyPair pair) {
        return below(root, pair, UnaryOperator.identity());
    }

    Identity authorityBelow(Identity above) {
        return below(above, stage.keys.forAuthority(), draft -> draft.subject("CN=lagere CA,C=NL"));
    }

    private static Identity below(Identity above, KeyPair pair, UnaryOperator<Draft> change) {
        Draft draft = change.apply(
                new Draft(pair.getPublic()).authority("uitgevende CA", 0).serial(815));
        return new Identity(pair.getPrivate(), List.of(draft.by(above)));
    }

    Trust trust(List<X509CRL> crls) {
        return new Trust(List.of(root.leaf()), crls, Environment.TEST);
    }

    /// Lists of both on which nothing stands.
    List<X509CRL> crls() {
        return List.of(crl(root, List.of(), 1), crl(issuing, List.of(), 1));
    }

    /// These, and an empty one of another authority.
    List<X509CRL> crlsAnd(Identity authority) {
        return Stream.concat(crls().stream(), Stream.of(crl(authority, List.of(), 1)))
                .toList();
    }

    static X509CRL crl(Identity authority, List<X509Certificate> revoked, long number) {
        return Issuer.of(authority)
                .crl(
                        revoked.stream()
                                .collect(Collectors.toMap(
                                        X509Certificate::getSerialNumber, _ -> Stage.START.minusSeconds(60))),
                        BigInteger.valueOf(number),
                        Stage.START,
                        LIST_LIFE);
    }
}

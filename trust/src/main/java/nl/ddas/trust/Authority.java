// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/// An own certification authority for demo and test: a root, an issuing authority below it, and the revocation lists of
/// both. A party gets three certificates, each with a key of its own: TLS, signing, encryption. Safe for many threads.
///
/// The subject of both authorities holds the word of the environment, so that production can refuse them.
public final class Authority {

    /// How long leaves last: what browsers accept at most, less a day.
    static final Duration LEAF_LIFE = Duration.ofDays(397);

    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration ISSUING_LIFE = Duration.ofDays(1825);
    private static final Duration ROOT_CRL_LIFE = Duration.ofDays(90);

    /// Longer than the two days of a real authority: a demo that stays on over a weekend goes on working.
    private static final Duration CRL_LIFE = Duration.ofDays(7);

    private final Identity root;
    private final Identity issuing;
    private final Environment environment;
    private final KeyMaker keys;
    private final Clock clock;
    private List<X509CRL> crls;

    private Authority(
            Identity root, Identity issuing, Environment environment, KeyMaker keys, Clock clock, List<X509CRL> crls) {
        this.root = root;
        this.issuing = issuing;
        this.environment = environment;
        this.keys = keys;
        this.clock = clock;
        this.crls = crls;
    }

    /// A new authority, with empty revocation lists.
    public static Authority create(Environment environment, KeyMaker keys, Clock clock) {
        List<KeyPair> pairs = keys.forAuthorities(2);
        Identity root = newRoot(environment, pairs.get(0), keys, clock);
        Identity issuing = newIssuing(root, environment, pairs.get(1), keys, clock);
        return of(root, issuing, environment, keys, clock, List.of());
    }

    /// An authority that exists already.
    ///
    /// @param earlier its last revocation lists; renewed here, what is revoked stays so
    static Authority of(
            Identity root,
            Identity issuing,
            Environment environment,
            KeyMaker keys,
            Clock clock,
            List<X509CRL> earlier) {
        Authority authority = new Authority(root, issuing, environment, keys, clock, List.copyOf(earlier));
        authority.renewCrls();
        return authority;
    }

    static Identity newRoot(Environment environment, KeyPair pair, KeyMaker keys, Clock clock) {
        return root(authorityName(environment + " stam-CA"), pair, keys, clock);
    }

    /// The same root, key and name, for another life.
    static Identity renewedRoot(Identity before, KeyMaker keys, Clock clock) {
        return root(nameOf(before.leaf()), before.pair(), keys, clock);
    }

    static Identity root(X500Name name, KeyPair pair, KeyMaker keys, Clock clock) {
        X509Certificate own = new Issuer(name, pair.getPrivate(), pair.getPublic())
                .certificate(
                        name,
                        pair.getPublic(),
                        new CertificateProfile.Root(),
                        clock.instant(),
                        ROOT_LIFE,
                        keys.random());
        return new Identity(pair.getPrivate(), List.of(own));
    }

    static Identity newIssuing(Identity root, Environment environment, KeyPair pair, KeyMaker keys, Clock clock) {
        return issuing(root, authorityName(environment + " uitgevende CA"), pair, keys, clock);
    }

    /// The same issuing authority, key and name, for another life.
    static Identity renewedIssuing(Identity root, Identity before, KeyMaker keys, Clock clock) {
        return issuing(root, nameOf(before.leaf()), before.pair(), keys, clock);
    }

    static Identity issuing(Identity root, X500Name name, KeyPair pair, KeyMaker keys, Clock clock) {
        X509Certificate own = Issuer.of(root)
                .certificate(
                        name,
                        pair.getPublic(),
                        new CertificateProfile.Issuing(),
                        clock.instant(),
                        ISSUING_LIFE,
                        keys.random());
        return new Identity(pair.getPrivate(), List.of(own));
    }

    /// The anchor that others put among those they trust.
    public X509Certificate root() {
        return root.leaf();
    }

    /// The authority that issues the leaves.
    public X509Certificate issuing() {
        return issuing.leaf();
    }

    /// A new key with a certificate for one purpose.
    public Identity issue(Purpose purpose, Holder holder) {
        KeyPair pair = keys.forLeaf(purpose);
        return new Identity(pair.getPrivate(), chain(purpose, holder, pair.getPublic()));
    }

    /// New keys and certificates for all purposes.
    public Party issueAll(Holder holder) {
        // Side by side: making the keys is nearly all of the time.
        Map<Purpose, Identity> issued = Arrays.stream(Purpose.values())
                .parallel()
                .collect(Collectors.toConcurrentMap(purpose -> purpose, purpose -> issue(purpose, holder)));
        Function<Purpose, Identity> of = purpose -> Objects.requireNonNull(issued.get(purpose));
        return new Party(holder, of.apply(Purpose.TLS), of.apply(Purpose.SIGNING), of.apply(Purpose.ENCRYPTION));
    }

    /// A certificate for a key that is there already.
    ///
    /// @return the leaf and the issuing authority
    public List<X509Certificate> chain(Purpose purpose, Holder holder, PublicKey key) {
        return chain(purpose, holder, key, LEAF_LIFE);
    }

    /// As [#chain(Purpose, Holder, PublicKey)], with a life of its own, for tests of validity.
    public List<X509Certificate> chain(Purpose purpose, Holder holder, PublicKey key, Duration life) {
        X509Certificate leaf = Issuer.of(issuing)
                .certificate(
                        leafName(purpose, holder),
                        key,
                        new CertificateProfile.Leaf(purpose, holder.hosts()),
                        clock.instant(),
                        life,
                        keys.random());
        return List.of(leaf, issuing.leaf());
    }

    /// Revokes a leaf: it is on the next list, which is made at once.
    public synchronized void revoke(BigInteger serial) {
        Map<BigInteger, Instant> revoked = revoked(issuing);
        revoked.putIfAbsent(serial, clock.instant());
        crls = List.of(renewed(root, revoked(root), ROOT_CRL_LIFE), renewed(issuing, revoked, CRL_LIFE));
    }

    /// Makes new lists with the same contents, so that they last again.
    public synchronized void renewCrls() {
        crls = List.of(renewed(root, revoked(root), ROOT_CRL_LIFE), renewed(issuing, revoked(issuing), CRL_LIFE));
    }

    /// Takes over the lists that were made elsewhere with the same keys.
    synchronized void adopt(List<X509CRL> elsewhere) {
        if (!elsewhere.isEmpty()) {
            crls = List.copyOf(elsewhere);
        }
    }

    /// The lists of the root and of the issuing authority.
    public synchronized List<X509CRL> crls() {
        return crls;
    }

    /// Trust in this authority alone, with its lists of now.
    public Trust trust() {
        return new Trust(List.of(root()), crls(), environment);
    }

    /// Whether a leaf says what a leaf for this purpose and holder would say now.
    static boolean isFor(X509Certificate leaf, Purpose purpose, Holder holder) {
        return nameOf(leaf).equals(leafName(purpose, holder))
                && new CertificateProfile.Leaf(purpose, holder.hosts()).namesEqual(leaf);
    }

    private X509CRL renewed(Identity authority, Map<BigInteger, Instant> revoked, Duration life) {
        BigInteger number = lastOf(authority).map(Issuer::number).orElse(BigInteger.ZERO);
        return Issuer.of(authority).crl(revoked, number.add(BigInteger.ONE), clock.instant(), life);
    }

    private Map<BigInteger, Instant> revoked(Identity authority) {
        Map<BigInteger, Instant> revoked = new TreeMap<>();
        for (X509CRL crl : lastOf(authority).stream().toList()) {
            if (crl.getRevokedCertificates() != null) {
                for (X509CRLEntry entry : crl.getRevokedCertificates()) {
                    revoked.put(
                            entry.getSerialNumber(), entry.getRevocationDate().toInstant());
                }
            }
        }
        return revoked;
    }

    private Optional<X509CRL> lastOf(Identity authority) {
        return crls.stream()
                .filter(crl ->
                        crl.getIssuerX500Principal().equals(authority.leaf().getSubjectX500Principal()))
                .findFirst();
    }

    private static X500Name nameOf(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static X500Name authorityName(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, "Eigen uitgever")
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static X500Name leafName(Purpose purpose, Holder holder) {
        String commonName = purpose == Purpose.TLS && !holder.hosts().isEmpty()
                ? holder.hosts().getFirst()
                : holder.name();
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "NL")
                .addRDN(BCStyle.O, holder.name())
                .addRDN(BCStyle.SERIALNUMBER, holder.oin().value())
                .addRDN(BCStyle.CN, commonName)
                .build();
    }
}

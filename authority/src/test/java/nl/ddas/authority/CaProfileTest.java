// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Response;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Tls;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Pem;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of certificates of an own trust anchor: each extension as it should be, and in use on a connection.
class CaProfileTest {

    /// Both ends of TLS look at the system clock, whatever clock we pass.
    private static final Clock CLOCK = Clock.systemUTC();

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final CaSettings SETTINGS = Stage.settings(Environment.TEST, CaSignature.PSS_SHA512, "wijk.example");
    private static final Tree TREE = new Tree(SETTINGS);

    /// An authority in memory.
    private record Tree(Identity root, Identity issuing, CaCertificates certificates) {
        Tree(CaSettings settings) {
            this(new CaCertificates(settings, Stage.SMALL.random()));
        }

        private Tree(CaCertificates certificates) {
            this(certificates.root(Stage.SMALL.forAuthority(), CLOCK.instant()), certificates);
        }

        private Tree(Identity root, CaCertificates certificates) {
            this(root, certificates.issuing(root, Stage.SMALL.forAuthority(), 1, CLOCK.instant()), certificates);
        }

        Identity leaf(Purpose purpose, KeyPair key) {
            return new Identity(
                    key.getPrivate(),
                    List.of(
                            certificates.leaf(issuing, 1, purpose, Stage.WIJK, key.getPublic(), CLOCK.instant()),
                            issuing.leaf()));
        }

        List<X509CRL> lists() {
            CaLists lists = new CaLists(certificates.settings().signature());
            return List.of(
                    lists.list(root, List.of(), BigInteger.ZERO, CLOCK.instant(), CaLists.ROOT_LIFE),
                    lists.list(issuing, List.of(), BigInteger.ZERO, CLOCK.instant(), CaLists.ISSUING_LIFE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, 100000000, 1.3.6.1.5.5.7.3.1 1.3.6.1.5.5.7.3.2, 2.999.42.1",
        "SIGNING, 100000000, 1.3.6.1.5.5.7.3.36 1.3.6.1.4.1.311.10.3.12, 2.999.42.2",
        "ENCRYPTION, 001000000, 1.3.6.1.4.1.311.10.3.4, 2.999.42.3"
    })
    void aLeafSaysWhatItIsFor(Purpose purpose, String usage, String uses, String policy) throws Exception {
        X509Certificate leaf = TREE.leaf(purpose, Stage.SMALL.forLeaf(purpose)).leaf();

        assertThat(bits(leaf)).isEqualTo(usage);
        assertThat(leaf.getExtendedKeyUsage()).containsExactly(uses.split(" "));
        assertThat(policies(leaf)).containsExactly(policy);
        assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
        assertThat(leaf.getSubjectX500Principal().getName())
                .contains("O=Gemeente Wijk,C=NL")
                .startsWith(purpose == Purpose.TLS ? "CN=bron.wijk.example" : "CN=Gemeente Wijk");
        assertThat(leaf.getSerialNumber().bitLength()).isGreaterThanOrEqualTo(64);
        assertThat(Duration.between(CLOCK.instant(), leaf.getNotAfter().toInstant())
                        .toDays())
                .isBetween(396L, 397L);
        assertThat(holder(leaf)).contains("http://ca.stelsel.example/uitgever-1.crl");
        assertThat(leaf.getSigAlgName()).isEqualTo("RSASSA-PSS");
        assertThat(leaf.getSubjectAlternativeNames() != null).isEqualTo(purpose == Purpose.TLS);
    }

    @Test
    void theIssuingAuthorityIsHemmedIn() throws Exception {
        X509Certificate issuing = TREE.issuing().leaf();

        assertThat(issuing.getBasicConstraints()).isZero();
        assertThat(bits(issuing)).isEqualTo("000001100");
        assertThat(issuing.getCriticalExtensionOIDs()).contains(Extension.nameConstraints.getId());
        assertThat(policies(issuing)).containsExactly("2.999.42.1", "2.999.42.2", "2.999.42.3");
        assertThat(holder(issuing)).contains("http://ca.stelsel.example/stam.crl");
        assertThat(Duration.between(CLOCK.instant(), issuing.getNotAfter().toInstant())
                        .toDays())
                .isBetween(1825L, 1826L);
        assertThat(Duration.between(
                                CLOCK.instant(),
                                TREE.root().leaf().getNotAfter().toInstant())
                        .toDays())
                .isBetween(3651L, 3652L);
        assertThat(TREE.root().leaf().getSubjectX500Principal().getName()).contains("TEST");
    }

    @ParameterizedTest
    @EnumSource(CaSignature.class)
    void twoPartiesMeetOnAConnection(CaSignature signature) throws Exception {
        Tree tree = new Tree(Stage.settings(Environment.TEST, signature, "wijk.example"));
        Identity tls = tree.leaf(Purpose.TLS, Stage.SMALL.forLeaf(Purpose.TLS));

        assertThat(call(tree, tls)).isEqualTo("O=Gemeente Wijk");
        Identity signing = tree.leaf(Purpose.SIGNING, Stage.SMALL.forLeaf(Purpose.SIGNING));
        assertThatThrownBy(() -> call(tree, signing)).isInstanceOf(IOException.class);
    }

    @Test
    void openSslHoldsTheChainGood(@TempDir Path folder) throws Exception {
        Identity tls = TREE.leaf(Purpose.TLS, Stage.SMALL.forLeaf(Purpose.TLS));
        Path root = write(folder, "root.pem", List.of(TREE.root().leaf()));
        Path issuing = write(folder, "issuing.pem", List.of(TREE.issuing().leaf()));
        Path leaf = write(folder, "leaf.pem", List.of(tls.leaf()));

        Process openssl = new ProcessBuilder(
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-policy_check",
                        "-explicit_policy",
                        "-policy",
                        "2.999.42.1",
                        "-purpose",
                        "sslserver",
                        "-CAfile",
                        root.toString(),
                        "-untrusted",
                        issuing.toString(),
                        leaf.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(openssl.waitFor()).as(said).isZero();
    }

    private static Path write(Path folder, String name, List<X509Certificate> certificates) throws IOException {
        return Files.writeString(folder.resolve(name), Pem.write(certificates));
    }

    private static String call(Tree tree, Identity caller) throws IOException {
        Identity server = tree.leaf(Purpose.TLS, Stage.SMALL.forLeaf(Purpose.TLS));
        try (Network network = Network.open();
                HttpServer http = HttpServer.start(
                        network,
                        new HttpServer.Config("127.0.0.1", 0, Optional.of(tls(tree, server)), 1 << 20, WAIT),
                        request -> Response.text(
                                200,
                                "text/plain",
                                request.peer()
                                                .getFirst()
                                                .getSubjectX500Principal()
                                                .getName()
                                                .contains("O=Gemeente Wijk")
                                        ? "O=Gemeente Wijk"
                                        : "?"));
                HttpClient client = HttpClient.open(
                        network,
                        new HttpClient.Config(
                                Optional.of(tls(tree, caller)),
                                WAIT,
                                WAIT,
                                HttpClient.Protocol.HTTP_1_1,
                                Map.of("bron.wijk.example", "127.0.0.1")))) {
            try (HttpClient.Answer answer = client.send(new HttpClient.Call(
                    "GET", URI.create("https://bron.wijk.example:" + http.port() + "/"), Headers.NONE, new byte[0]))) {
                return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static Tls tls(Tree tree, Identity own) {
        return new Tls(
                own.key(), own.chain(), List.of(tree.root().leaf()), new Revocation.Checked(tree.lists(), CLOCK));
    }

    private static String bits(X509Certificate certificate) {
        StringBuilder bits = new StringBuilder();
        for (boolean bit : certificate.getKeyUsage()) {
            bits.append(bit ? '1' : '0');
        }
        return bits.toString();
    }

    private static List<String> policies(X509Certificate certificate) throws Exception {
        return Arrays.stream(
                        CertificatePolicies.fromExtensions(new JcaX509CertificateHolder(certificate).getExtensions())
                                .getPolicyInformation())
                .map(policy -> policy.getPolicyIdentifier().getId())
                .toList();
    }

    private static String holder(X509Certificate certificate) throws Exception {
        return CRLDistPoint.getInstance(new JcaX509CertificateHolder(certificate)
                        .getExtension(Extension.cRLDistributionPoints)
                        .getParsedValue())
                .toString();
    }
}

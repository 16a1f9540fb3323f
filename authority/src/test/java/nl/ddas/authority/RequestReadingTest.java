// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Purpose;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReadingTest {

    private static final Map<Purpose, KeyPair> KEYS = keys();
    private static final ChangedRequests CHANGED = new ChangedRequests();
    private static final CaSettings TEST = Stage.settings(Environment.TEST, CaSignature.PSS_SHA512);

    @Test
    void readsWhoAsksAndForWhichKeys() throws Exception {
        PartyRequest request = Stage.accepted(Stage.requests(Stage.WIJK, KEYS));

        assertThat(request.holder()).isEqualTo(Stage.WIJK);
        assertThat(request.key(Purpose.SIGNING)).isEqualTo(key(Purpose.SIGNING).getPublic());
    }

    @Test
    void refusesAKeyThatIsTooSmall() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(2048);

        assertThat(faults(with(Purpose.ENCRYPTION, small.generateKeyPair()))).contains("2048 bits");
    }

    @Test
    void refusesACurveForSignatures() throws Exception {
        assertThat(faults(with(Purpose.SIGNING, curve("secp256r1")))).contains("RSA van ten minste 3072");
    }

    @Test
    void refusesAnotherCurveThanP256() throws Exception {
        assertThat(faults(with(Purpose.TLS, curve("secp384r1")))).contains("P-256");
    }

    @Test
    void refusesOneKeyForTwoPurposes() throws Exception {
        assertThat(faults(with(Purpose.SIGNING, key(Purpose.ENCRYPTION)))).contains("dezelfde sleutel");
    }

    @Test
    void refusesAKeyOfSomebodyElse() throws Exception {
        var request = new JcaPKCS10CertificationRequestBuilder(
                        CaCertificates.subject(Purpose.SIGNING, Stage.WIJK),
                        key(Purpose.ENCRYPTION).getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA")
                        .build(key(Purpose.SIGNING).getPrivate()));

        assertThat(faults(with(Purpose.SIGNING, request.getEncoded()))).contains("handtekening onder de aanvraag");
    }

    @Test
    void refusesASignatureThatIsTooShortForTheKey() throws Exception {
        KeyPairGenerator longer = KeyPairGenerator.getInstance("RSA");
        longer.initialize(3080);
        var request = new JcaPKCS10CertificationRequestBuilder(
                        CaCertificates.subject(Purpose.SIGNING, Stage.WIJK),
                        longer.generateKeyPair().getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA")
                        .build(key(Purpose.SIGNING).getPrivate()));

        assertThat(faults(with(Purpose.SIGNING, request.getEncoded()))).contains("handtekening onder de aanvraag");
    }

    @Test
    void refusesAnOldHash() throws Exception {
        var request = new JcaPKCS10CertificationRequestBuilder(
                        CaCertificates.subject(Purpose.SIGNING, Stage.WIJK),
                        key(Purpose.SIGNING).getPublic())
                .build(new JcaContentSignerBuilder("SHA1withRSA")
                        .build(key(Purpose.SIGNING).getPrivate()));

        assertThat(faults(with(Purpose.SIGNING, request.getEncoded()))).contains("SHA1");
    }

    @Test
    void refusesThreeRequestsOfTwoOrganisations() throws Exception {
        byte[] other = RequestMaker.request(Purpose.SIGNING, Stage.DUIN, key(Purpose.SIGNING));

        assertThat(faults(with(Purpose.SIGNING, other))).contains("niet dezelfde organisatie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Wijk",
                "O=Wijk",
                "O=Wijk+serialNumber=1",
                "O=Wijk,serialNumber=123",
                "O=Wijk\\ ,serialNumber=00000099000000001000",
                "O=\\ Wijk,serialNumber=00000099000000001000",
                "O=\u202eWijk,serialNumber=00000099000000001000",
                "O=Wi\u200bjk,serialNumber=00000099000000001000",
                "O=Gemeente\u00a0Wijk,serialNumber=00000099000000001000",
                "O=Wijk,serialNumber=00000099000000001000,serialNumber=00000099000000001000"
            })
    void refusesAnOrganisationWithoutNameOrNumber(String subject) throws Exception {
        var request = new JcaPKCS10CertificationRequestBuilder(
                        new X500Name(subject), key(Purpose.SIGNING).getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA")
                        .build(key(Purpose.SIGNING).getPrivate()));

        assertThat(faults(with(Purpose.SIGNING, request.getEncoded()))).startsWith("ondertekening: verwacht");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.wijk.example", "localhost", "Bron.wijk.example", "bron_1.wijk.example", "127.0.0.1 "})
    void refusesWhatIsNoPlainHostName(String host) throws Exception {
        Holder holder = new Holder("Gemeente Wijk", Stage.WIJK.oin(), List.of(host));

        assertThat(faults(with(Purpose.TLS, RequestMaker.request(Purpose.TLS, holder, key(Purpose.TLS)))))
                .contains("alleen hostnamen");
    }

    @Test
    void refusesAHostOutsideTheDomainsOfTheAuthority() throws Exception {
        CaSettings narrow = Stage.settings(Environment.TEST, CaSignature.PSS_SHA512, "stelsel.example");

        assertThat(faults(Stage.requests(Stage.WIJK, KEYS), narrow)).contains("stelsel.example");
    }

    @Test
    void refusesATestNumberInProduction() throws Exception {
        assertThat(faults(
                        Stage.requests(Stage.WIJK, KEYS),
                        Stage.settings(Environment.PRODUCTIE, CaSignature.PSS_SHA512)))
                .contains("test-OIN");
        assertThat(RequestReading.of(
                        Stage.requests(new Holder("Wijk", new Oin("12345678"), List.of("a.wijk.example")), KEYS),
                        Stage.settings(Environment.PRODUCTIE, CaSignature.PSS_SHA512)))
                .isInstanceOf(RequestReading.Accepted.class);
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(faults(Map.of(), TEST))
                .contains("tls: de aanvraag ontbreekt")
                .contains("versleuteling:");
    }

    /// A bit of each byte of a request, turned; of one on a curve, which is soon read, each bit.
    @ParameterizedTest
    @CsvSource({"SIGNING, 1, 7", "TLS, 3, 1"})
    void neverTakesARequestOfWhichABitWasTurned(Purpose purpose, int which, int step) {
        byte[] request = CHANGED.good().get(which).clone();
        assertThat(CHANGED.isTaken(purpose, request)).isTrue();
        for (int bit = 0; bit < request.length * Byte.SIZE; bit += step) {
            request[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(CHANGED.isTaken(purpose, request)).as("bit " + bit).isFalse();
            request[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
    }

    /// The same request with something behind it, and with its length in a byte more than it takes.
    @Test
    void takesARequestInOneSpellingOnly() throws Exception {
        byte[] request = RequestMaker.request(Purpose.SIGNING, Stage.WIJK, key(Purpose.SIGNING));
        byte[] spelled = ByteBuffer.allocate(request.length + 1)
                .put(request[0])
                .put((byte) 0x83)
                .put((byte) 0)
                .put(request, 2, request.length - 2)
                .array();

        assertThat(request[1]).as("length in two bytes").isEqualTo((byte) 0x82);
        assertThat(faults(with(Purpose.SIGNING, Arrays.copyOf(request, request.length + 1))))
                .contains("die te lezen is");
        assertThat(faults(with(Purpose.SIGNING, spelled))).contains("zoals PKCS#10 vraagt (DER)");
    }

    private static KeyPair key(Purpose purpose) {
        return Objects.requireNonNull(KEYS.get(purpose));
    }

    private static Map<Purpose, KeyPair> keys() {
        Map<Purpose, KeyPair> keys = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            keys.put(purpose, Stage.KEYS.forLeaf(purpose));
        }
        return keys;
    }

    private static KeyPair curve(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    private static Map<Purpose, byte[]> with(Purpose purpose, KeyPair key) throws IOException {
        return with(purpose, RequestMaker.request(purpose, Stage.WIJK, key));
    }

    private static Map<Purpose, byte[]> with(Purpose purpose, byte[] request) throws IOException {
        Map<Purpose, byte[]> requests = Stage.requests(Stage.WIJK, KEYS);
        requests.put(purpose, request);
        return requests;
    }

    private static String faults(Map<Purpose, byte[]> requests) {
        return faults(requests, TEST);
    }

    private static String faults(Map<Purpose, byte[]> requests, CaSettings settings) {
        RequestReading reading = RequestReading.of(requests, settings);
        assertThat(reading).isInstanceOf(RequestReading.Refused.class);
        return String.join("\n", ((RequestReading.Refused) reading).faults());
    }
}

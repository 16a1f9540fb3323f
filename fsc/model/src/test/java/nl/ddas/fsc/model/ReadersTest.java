// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import nl.ddas.testkit.SpoiltBytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Good input with bytes changed, left out, doubled or moved, by a seed; runs in every build. The fuzz tests of Jazzer
/// look for inputs that nobody thought of.
class ReadersTest {

    private static final byte[] TELLING =
            "{}[]\",:.-_=$0123456789eE+\\u\0 \n\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @EnumSource
    void noChangedByteBreaksAReaderOrPasses(Readers readers) {
        changes(readers, 6_000, 1);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("zwaar")
    void aMillionChangesBreakNothing(Readers readers) {
        changes(readers, 250_000, 2);
    }

    /// Every character of a signature, changed to another one: the only text that is taken is the one that was made.
    @Test
    void everyCharacterOfASignatureCounts() {
        for (Readers.One one : Readers.SIGNATURE.all()) {
            byte[] good = one.good();
            boolean curve = one.name().startsWith("ES256") || one.name().startsWith("RS256");
            for (int at = 0; curve && at < good.length; at++) {
                byte[] changed = good.clone();
                changed[at] = (byte) (good[at] == 'A' ? 'B' : 'A');
                one.read(changed);
            }
        }
    }

    /// The one exception, which is in the algorithm: to every signature (r, s) on a curve there is (r, n - s). Both are
    /// good, and half of all Peers make the one and half the other. It takes the place of nothing.
    @Test
    void theTwinOfASignatureOnACurveChangesNoContract() {
        ContractContent content = Fixture.connection();
        ContractSignature made = new SignatureMaker(Fixture.B, Fixture.ONE.signer(Fixture.B))
                .sign(SignatureType.ACCEPT, content.hash(), Fixture.NOW);
        SignatureVerdict verdict = SignatureReaders.check(Fixture.GROUP)
                .check(
                        twin(made.jws()),
                        new SignatureCheck.Expected(SignatureType.ACCEPT, content, Fixture.B, Fixture.ADDRESS),
                        Fixture.NOW);
        Contract contract = Contract.of(content).with(made);

        assertThat(verdict)
                .isInstanceOfSatisfying(SignatureVerdict.Good.class, good -> assertThat(contract.with(good.signature()))
                        .isEqualTo(contract));
    }

    private static String twin(String jws) {
        int dot = jws.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(jws.substring(dot + 1));
        BigInteger order = ((ECPublicKey) Fixture.ONE.signer(Fixture.B).leaf().getPublicKey())
                .getParams()
                .getOrder();
        BigInteger s = order.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
        byte[] bytes = s.toByteArray();
        int skipped = Math.max(0, bytes.length - 32);
        Arrays.fill(signature, 32, 64, (byte) 0);
        System.arraycopy(bytes, skipped, signature, 64 - bytes.length + skipped, bytes.length - skipped);
        return jws.substring(0, dot + 1)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static void changes(Readers readers, int count, long seed) {
        SpoiltBytes spoilt = new SpoiltBytes(
                TELLING, new SplittableRandom(seed * 10 + readers.name().length()));
        readers.all().forEach(one -> one.read(one.good()));
        for (int i = 0; i < count; i++) {
            Readers.One one = readers.all().get(i % readers.all().size());
            one.read(spoilt.of(one.good()));
        }
    }
}

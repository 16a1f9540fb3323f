// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.ddas.basis.Headers;
import nl.ddas.testkit.Requirement;

/// What holds for every body, however it is cut.
@Requirement("S14")
class PayloadSignaturePropertyTest {

    private static final Stage STAGE = new Stage();
    private static final PayloadVerifier VERIFIER =
            new PayloadVerifier(STAGE.authority.trust(), new Freshness.Answer(), STAGE.clock);

    private static final byte[] BODY = Stage.utf8("{}");
    private static final PayloadSigner.Signature SIGNATURE = STAGE.signer().sign(BODY);

    @Property(tries = 60)
    void verifiesEveryBodyHoweverItIsCut(
            @ForAll("bodies") byte[] body, @ForAll("cuts") List<Integer> signed, @ForAll("cuts") List<Integer> read)
            throws IOException {
        PayloadSigner.Signature signature = sign(body, signed);

        assertThat(code(signature, body, read)).isEqualTo("goed");
    }

    @Property(tries = 60)
    void refusesEveryBodyWithOneByteChanged(
            @ForAll("bodies") byte[] body,
            @ForAll("cuts") List<Integer> cuts,
            @ForAll int place,
            @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        byte[] tampered = body.length == 0 ? new byte[1] : body.clone();
        tampered[Math.floorMod(place, tampered.length)] ^= (byte) change;

        assertThat(code(sign(body, cuts), tampered, cuts)).isEqualTo("handtekening-ongeldig");
    }

    @Property(tries = 300)
    void refusesEverySignatureWithOneCharacterChanged(@ForAll int place, @ForAll @IntRange(min = 1, max = 90) int step)
            throws IOException {
        String value = SIGNATURE.payloadSig();
        int at = Math.floorMod(place, value.length());
        char other = (char) (' ' + (value.charAt(at) - ' ' + step) % 95);
        String garbled = value.substring(0, at) + other + value.substring(at + 1);

        assertThat(code(new PayloadSigner.Signature(garbled, ""), BODY, List.of()))
                .isNotEqualTo("goed");
    }

    @Property(tries = 300)
    void refusesEveryCertificateWithOneByteChanged(
            @ForAll int place, @ForAll @IntRange(min = 1, max = 255) int change, @ForAll @IntRange(max = 1) int which)
            throws IOException {
        String old = Base64.getEncoder()
                .encodeToString(Sha256.der(STAGE.signing.chain().get(which)));
        byte[] der = Base64.getDecoder().decode(old);
        der[Math.floorMod(place, der.length)] ^= (byte) change;
        String header = Stage.header(SIGNATURE.payloadSig())
                .replace(old, Base64.getEncoder().encodeToString(der))
                .replaceFirst("\"x5t#S256\":\"[^\"]*\",", "");
        String forged = Stage.forge(header, BODY, STAGE.signing);

        assertThat(code(new PayloadSigner.Signature(forged, ""), BODY, List.of()))
                .isNotEqualTo("goed");
    }

    @Property(tries = 300)
    void neverBreaksOnAHeaderOfAnyBytes(@ForAll byte @Size(min = 1, max = 60) [] header) throws IOException {
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(header)
                + SIGNATURE.payloadSig().substring(SIGNATURE.payloadSig().indexOf(".."));

        assertThat(code(new PayloadSigner.Signature(forged, ""), BODY, List.of()))
                .isEqualTo("handtekening-formaat");
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        3, Arbitraries.bytes().array(byte[].class).ofMaxSize(300)),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.integers().between(49_000, 100_000).map(size -> {
                            byte[] body = new byte[size];
                            new Random(size).nextBytes(body);
                            return body;
                        })));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 60_000).list().ofMaxSize(6);
    }

    private static PayloadSigner.Signature sign(byte[] body, List<Integer> cuts) throws IOException {
        try (PayloadSigner.Signing signing = STAGE.signer().start()) {
            write(body, cuts, signing);
            return signing.finish();
        }
    }

    private static String code(PayloadSigner.Signature signature, byte[] body, List<Integer> cuts) throws IOException {
        Headers headers = Headers.of(PayloadSigner.PAYLOAD_SIG, signature.payloadSig());
        try (PayloadVerifier.Verifying verifying = VERIFIER.start(headers)) {
            write(body, cuts, verifying);
            return Stage.code(verifying.finish());
        }
    }

    /// Pieces of the given sizes, and the rest byte by byte or at once.
    private static void write(byte[] body, List<Integer> cuts, OutputStream out) throws IOException {
        int from = 0;
        for (int cut : cuts) {
            int length = Math.min(cut, body.length - from);
            out.write(body, from, length);
            from += length;
        }
        if (from < body.length) {
            out.write(body[from++]);
        }
        out.write(body, from, body.length - from);
    }
}

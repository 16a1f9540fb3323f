// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.Random;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is signed while a body streams by is what is signed of the body as a whole, at every edge of the pieces.
@Requirement("S14")
class SigningInputTest {

    private static final String HEADER = "eyJhbGciOiJQUzI1NiJ9";
    private static final KeyPair KEY = key();

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "12287, 5000",
        "12288, 12288",
        "12289, 7",
        "49152, 49152",
        "49153, 1000",
        "442368, 65536",
        "442369, 65536",
        "835584, 8192",
        "1500001, 1500001",
        "4000003, 16384"
    })
    void isTheSameAsOfTheWholeBody(int length, int cut) throws GeneralSecurityException {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);

        assertThat(isSigned(
                        body, cut, true, Base64.getUrlEncoder().withoutPadding().encode(body)))
                .isTrue();
        assertThat(isSigned(body, cut, false, body)).isTrue();
    }

    private static boolean isSigned(byte[] body, int cut, boolean encoded, byte[] expected)
            throws GeneralSecurityException {
        Signature engine = Signature.getInstance("SHA256withECDSA");
        engine.initSign(KEY.getPrivate());
        SigningInput input = new SigningInput(engine, HEADER, new SignedPart.Body(encoded));
        for (int at = 0; at < body.length; at += cut) {
            input.write(body, at, Math.min(cut, body.length - at));
        }
        assertThat(input.end()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(body));
        Signature other = Signature.getInstance("SHA256withECDSA");
        other.initVerify(KEY.getPublic());
        other.update((HEADER + ".").getBytes(StandardCharsets.US_ASCII));
        other.update(expected);
        return other.verify(engine.sign());
    }
}

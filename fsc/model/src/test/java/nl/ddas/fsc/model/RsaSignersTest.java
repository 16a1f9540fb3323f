// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPrivateKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RsaSignersTest {

    private static final byte[] MESSAGE = "what is signed".getBytes(StandardCharsets.US_ASCII);

    private static KeyPair pair(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static byte[] signed(PrivateKey key, String algorithm) throws Exception {
        return RsaSigners.of(key)
                .sign(new JWSHeader(JWSAlgorithm.parse(algorithm)), MESSAGE)
                .decode();
    }

    private static byte[] byJava(PrivateKey key, String algorithm) throws Exception {
        Signature engine = Signature.getInstance(algorithm, "SunRsaSign");
        engine.initSign(key);
        engine.update(MESSAGE);
        return engine.sign();
    }

    @ParameterizedTest
    @CsvSource({"2048, RS256, SHA256withRSA", "3072, RS384, SHA384withRSA", "4096, RS512, SHA512withRSA"})
    void givesTheBytesThatJavaGives(int bits, String algorithm, String name) throws Exception {
        PrivateKey key = pair(bits).getPrivate();

        assertThat(signed(key, algorithm)).isEqualTo(byJava(key, name));
    }

    @Test
    void aKeyThatTellsNothingButItsPowerSignsToo() throws Exception {
        RSAPrivateKey whole = (RSAPrivateKey) pair(2048).getPrivate();
        PrivateKey bare = KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateKeySpec(whole.getModulus(), whole.getPrivateExponent()));

        assertThat(signed(bare, "RS256")).isEqualTo(byJava(whole, "SHA256withRSA"));
    }

    @Test
    void theNativeLibraryRunsWhereItIsMadeFor() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: AWS-LC is here for Linux on x86-64 only");

        assertThat(RsaSigners.isNative()).isTrue();
    }
}

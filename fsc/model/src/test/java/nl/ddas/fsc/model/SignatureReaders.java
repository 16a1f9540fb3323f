// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Identity;

/// Signatures on a contract, by each algorithm, and a JWKS.
final class SignatureReaders {

    private SignatureReaders() {}

    static List<Readers.One> all() {
        List<Readers.One> all = new ArrayList<>();
        Map<SignatureType, Set<String>> good = new EnumMap<>(SignatureType.class);
        for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
            for (SignatureType type : SignatureType.values()) {
                all.add(reader(algorithm, type, good));
            }
        }
        Identity signer = Fixture.ONE.signer(B);
        byte[] jwks = new Jwks(
                        List.of(signer.chain(), Fixture.ONE.signer(B, "RSA").chain()))
                .toJson()
                .toBytes();
        all.add(new Readers.One("JWKS", jwks, SignatureReaders::jwks));
        return all;
    }

    /// The chain is no matter of bytes; leaving it out makes a hundred times as many tries possible.
    static SignatureCheck check(Group group) {
        return new SignatureCheck(
                group, (peer, at, thumbprint) -> Fixture.ONE.find(thumbprint), (chain, now) -> Optional.empty());
    }

    /// @param all what is good by type: what a Peer said with one of its keys is as good as with another
    private static Readers.One reader(JwsAlgorithm algorithm, SignatureType type, Map<SignatureType, Set<String>> all) {
        ContractContent content = Fixture.connection();
        Identity signer = Fixture.ONE.signer(
                B,
                switch (algorithm) {
                    case RS256, RS384, RS512 -> "RSA";
                    case ES256 -> "P-256";
                    case ES384 -> "P-384";
                    case ES512 -> "P-521";
                });
        String good = new SignatureMaker(B, signer)
                .sign(algorithm, type, content.hash(), NOW)
                .jws();
        Set<String> ofType = all.computeIfAbsent(type, first -> new HashSet<>());
        ofType.add(good);
        SignatureCheck check = check(GROUP);
        SignatureCheck.Expected expected = new SignatureCheck.Expected(type, content, B, Fixture.ADDRESS);
        return new Readers.One(algorithm + " " + type, good.getBytes(StandardCharsets.UTF_8), bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            Readers.expect(check.check(text, expected, NOW) instanceof SignatureVerdict.Good == ofType.contains(text));
        });
    }

    private static void jwks(byte[] bytes) {
        if (StrictJson.read(bytes) instanceof StrictJson.Read(JsonObject document)) {
            Jwks read = Jwks.read(document);
            read.chains()
                    .forEach(chain -> Readers.expect(read.chain(CertificateThumbprint.of(chain.getFirst()))
                            .filter(found -> found.getFirst().equals(chain.getFirst()))
                            .isPresent()));
        }
    }
}

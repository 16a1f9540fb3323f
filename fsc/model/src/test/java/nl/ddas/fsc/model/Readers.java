// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;

/// What reads bytes of strangers, with good input to start from. Each reader may refuse; it may not break, and it may
/// not take as good what is not the good input itself.
final class Readers {

    private final ContractContent content = Fixture.connection();
    private final String jws = new SignatureMaker(B, Fixture.ONE.signer(B))
            .sign(SignatureType.ACCEPT, content.hash(), NOW)
            .jws();
    private final AccessToken token = new TokenTerms(
                    content,
                    content.grantHashes().getFirst(),
                    Fixture.ONE.client(B),
                    URI.create("https://inway.a.test:443"),
                    Duration.ofMinutes(5),
                    JsonObject.EMPTY)
            .claims(NOW)
            .orElseThrow();
    private final String compact = new TokenMaker(Fixture.ONE.signer(A)).make(token);
    private final X509Certificate caller = Fixture.ONE.client(B).certificate();
    private final byte[] submission = JsonObject.EMPTY
            .with("contract_content", content.tree())
            .with("signature", jws)
            .toBytes();
    private final ContractRules rules = new ContractRules(GROUP, A, signatures());
    private final InwayTokenCheck inway = new InwayTokenCheck(
            GROUP,
            A,
            thumbprint -> Fixture.ONE
                    .find(thumbprint)
                    .map(List::getFirst)
                    .filter(c -> c.equals(Fixture.ONE.signer(A).leaf())),
            Set.of());

    private static SignatureCheck signatures() {
        // The chain is no matter of bytes; leaving it out makes a hundred times as many tries possible.
        return new SignatureCheck(
                GROUP, (peer, at, thumbprint) -> Fixture.ONE.find(thumbprint), (chain, now) -> Optional.empty());
    }

    /// Good inputs, one for each reader.
    List<byte[]> seeds() {
        return List.of(
                submission,
                jws.getBytes(StandardCharsets.UTF_8),
                ("Bearer " + compact).getBytes(StandardCharsets.UTF_8),
                new Jwks(List.of(Fixture.ONE.signer(B).chain())).toJson().toBytes());
    }

    /// Reads bytes with one of the readers, by the order of [#seeds].
    void read(int reader, byte[] bytes) {
        switch (reader) {
            case 0 -> contract(bytes);
            case 1 -> signature(bytes);
            case 2 -> token(bytes);
            default -> jwks(bytes);
        }
    }

    private void contract(byte[] bytes) {
        ContractRequest request = new ContractRequest(
                caller, SignatureType.ACCEPT, Optional.empty(), List.of("https://b.test:8443"), bytes);
        if (rules.check(request, iv -> Optional.empty(), NOW) instanceof ContractVerdict.Accepted accepted) {
            // White space and spelling may differ; what was signed may not.
            expect(Arrays.equals(Canonical.bytes(accepted.content().tree()), Canonical.bytes(content.tree())));
        }
    }

    private void signature(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        SignatureCheck.Expected expected =
                new SignatureCheck.Expected(SignatureType.ACCEPT, content, B, Fixture.ADDRESS);
        if (signatures().check(text, expected, NOW) instanceof SignatureVerdict.Good) {
            expect(text.equals(jws));
        }
    }

    private void token(byte[] bytes) {
        String header = new String(bytes, StandardCharsets.UTF_8);
        if (inway.check(List.of(header), Fixture.ONE.client(B), NOW) instanceof TokenVerdict.Admitted) {
            // The scheme may be spelled otherwise, the token may not.
            expect(header.strip().endsWith(compact));
        }
    }

    private static void jwks(byte[] bytes) {
        if (StrictJson.read(bytes) instanceof StrictJson.Read(JsonObject document)) {
            Jwks.read(document).chains().forEach(chain -> CertificateThumbprint.of(chain.getFirst()));
        }
    }

    private static void expect(boolean same) {
        if (!same) {
            throw new AssertionError("something else than the good input was taken");
        }
    }
}

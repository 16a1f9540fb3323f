// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Identity;

/// Access tokens, for the Inway that gets them and the Outway that was given them: with and without delegation on
/// either side, with and without properties.
final class TokenReaders {

    private TokenReaders() {}

    static List<Readers.One> all() {
        List<Readers.One> all = new ArrayList<>();
        for (ContentProfile profile : ContentProfile.values()) {
            for (ContractContent content : ContractReaders.contents(profile)) {
                for (int i = 0; i < content.grants().size(); i++) {
                    if (content.grants().get(i).connection().isPresent()
                            && content.grants().get(i).peers().contains(B)) {
                        all.add(inway(content, i, all.size() % 2 == 0 ? "P-256" : "RSA"));
                        all.add(outway(content, i));
                    }
                }
            }
        }
        return all;
    }

    private static AccessToken token(ContractContent content, int grant) {
        return new TokenTerms(
                        content,
                        content.grantHashes().get(grant),
                        Fixture.ONE.client(B),
                        URI.create("https://inway.a.test:443"),
                        Duration.ofMinutes(5),
                        JsonObject.EMPTY)
                .claims(NOW)
                .orElseThrow();
    }

    private static Readers.One inway(ContractContent content, int grant, String algorithm) {
        Identity signer = Fixture.ONE.signer(A, algorithm);
        AccessToken token = token(content, grant);
        String compact = new TokenMaker(signer).make(token);
        // Made anew each time: it remembers tokens that it has seen, and would not read them again.
        InwayTokenCheck.OwnCertificates own =
                thumbprint -> CertificateThumbprint.of(signer.leaf()).equals(thumbprint)
                        ? Optional.of(signer.leaf())
                        : Optional.empty();
        byte[] good = ("Bearer " + compact).getBytes(StandardCharsets.UTF_8);
        return new Readers.One("token for the Inway " + content.grants().get(grant), good, bytes -> {
            String header = new String(bytes, StandardCharsets.UTF_8);
            InwayTokenCheck check = new InwayTokenCheck(GROUP, A, own, Set.of());
            if (check.check(List.of(header), Fixture.ONE.client(B), NOW) instanceof TokenVerdict.Admitted admitted) {
                // The scheme may be spelled otherwise, the token may not.
                Readers.expect(header.strip().split("\\s+").length == 2
                        && header.strip().endsWith(" " + compact)
                        && admitted.token().equals(token));
            } else {
                Readers.expect(!header.equals("Bearer " + compact));
            }
        });
    }

    private static Readers.One outway(ContractContent content, int grant) {
        Identity signer = Fixture.ONE.signer(A);
        AccessToken token = token(content, grant);
        String compact = new TokenMaker(signer).make(token);
        OutwayTokenCheck check =
                new OutwayTokenCheck(GROUP, B, Fixture.ONE.client(B).thumbprint());
        Grant.Connection connection = content.grants().get(grant).connection().orElseThrow();
        byte[] good = compact.getBytes(StandardCharsets.UTF_8);
        return new Readers.One("token for the Outway " + content.grants().get(grant), good, bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            TokenVerdict verdict = check.check(text, content.grantHashes().get(grant), connection, NOW);
            if (verdict instanceof TokenVerdict.Admitted(AccessToken admitted)) {
                // It looks at the claims alone; these are the only ones it may take.
                Readers.expect(admitted.grant().equals(token.grant())
                        && admitted.boundTo().equals(token.boundTo()));
            }
            Readers.expect(OutwayTokenCheck.signedBy(text, signer.leaf().getPublicKey()) == text.equals(compact));
        });
    }
}

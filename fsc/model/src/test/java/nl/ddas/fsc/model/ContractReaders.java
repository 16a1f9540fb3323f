// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import static nl.ddas.fsc.model.Fixture.A;
import static nl.ddas.fsc.model.Fixture.B;
import static nl.ddas.fsc.model.Fixture.C;
import static nl.ddas.fsc.model.Fixture.D;
import static nl.ddas.fsc.model.Fixture.GROUP;
import static nl.ddas.fsc.model.Fixture.NOW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// Requests with a contract: each kind of Grant in both shapes, submitted, accepted, rejected and revoked.
final class ContractReaders {

    private static final Optional<Properties> SOME =
            Optional.of(new Properties(Fixture.json("{'doel':{'a':[1,2.5,true,null,'\\u00e9']},'b':''}")));

    private ContractReaders() {}

    static List<Readers.One> all() {
        List<Readers.One> all = new ArrayList<>();
        List<SignatureType> types = List.of(SignatureType.values());
        for (ContentProfile profile : ContentProfile.values()) {
            List<ContractContent> contents = contents(profile);
            for (int i = 0; i < contents.size(); i++) {
                SignatureType type = types.get(i % types.size());
                all.add(reader(profile, contents.get(i), type));
            }
        }
        return all;
    }

    /// One contract for each kind of Grant and of Service, with and without properties.
    static List<ContractContent> contents(ContentProfile profile) {
        ServiceOffer offer = new ServiceOffer(B, "parkeren", Protocol.HTTP_1_1);
        ServiceRef plain = new ServiceRef.Plain(A, "parkeren");
        ServiceRef delegated = new ServiceRef.Delegated(A, "parkeren", D);
        List<List<Grant>> grants = new ArrayList<>(List.of(
                List.of(new Grant.ServicePublication(A, offer, Optional.empty())),
                List.of(new Grant.DelegatedServicePublication(A, offer, C, SOME)),
                List.of(new Grant.ServiceConnection(Fixture.outway(B), plain, SOME)),
                List.of(new Grant.ServiceConnection(Fixture.outway(B), delegated, Optional.empty())),
                List.of(
                        new Grant.DelegatedServiceConnection(Fixture.outway(B), plain, C, Optional.empty()),
                        new Grant.ServiceConnection(Fixture.outway(C), plain, Optional.empty())),
                List.of(new Grant.DelegatedServiceConnection(Fixture.outway(B), delegated, C, SOME))));
        if (profile == ContentProfile.V2) {
            Outway named = new Outway(B, new OutwayIdentification.DomainName("outway.test"));
            grants.add(List.of(new Grant.ServiceConnection(named, plain, Optional.empty())));
        }
        return grants.stream().map(g -> content(profile, g)).toList();
    }

    private static ContractContent content(ContentProfile profile, List<Grant> grants) {
        return new ContractDraft(
                        profile,
                        "1.0.0",
                        "0199a1b2-0000-7000-8000-000000000001",
                        GROUP.id(),
                        new Validity(NOW.minusSeconds(60), NOW.plusSeconds(86_400)),
                        grants,
                        NOW.minusSeconds(5))
                .content();
    }

    private static Readers.One reader(ContentProfile profile, ContractContent content, SignatureType type) {
        Group group = GROUP.with(profile);
        String jws = new SignatureMaker(B, Fixture.ONE.signer(B))
                .sign(type, content.hash(), NOW)
                .jws();
        byte[] good = JsonObject.EMPTY
                .with("contract_content", content.tree())
                .with("signature", jws)
                .toBytes();
        ContractRules rules = new ContractRules(group, A, SignatureReaders.check(group));
        Optional<String> path = type == SignatureType.ACCEPT
                ? Optional.empty()
                : Optional.of(content.hash().value());
        byte[] signed = Canonical.bytes(content.tree());
        String name = "contract " + profile + " " + content.grants().getFirst().type() + " " + type;
        return new Readers.One(name, good, bytes -> {
            ContractRequest request = new ContractRequest(
                    Fixture.ONE.client(B).certificate(), type, path, List.of("https://b.test:8443"), bytes);
            ContractVerdict verdict = rules.check(request, iv -> Optional.empty(), NOW);
            if (verdict instanceof ContractVerdict.Accepted accepted) {
                // White space and spelling of the body may differ; what was signed, and the signature, may not.
                Readers.expect(Arrays.equals(Canonical.bytes(accepted.content().tree()), signed)
                        && accepted.content().hash().equals(content.hash())
                        && accepted.content().grantHashes().equals(content.grantHashes())
                        && accepted.content().grants().equals(content.grants())
                        && accepted.signature().jws().equals(jws));
            } else {
                Readers.expect(!Arrays.equals(bytes, good));
            }
        });
    }
}

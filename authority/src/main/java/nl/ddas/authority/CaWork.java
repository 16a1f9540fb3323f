// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Purpose;

/// Carries out orders: what comes of one is its result in the journal, and stands in the register from there on.
record CaWork(CaFolder folder, CaSettings settings, Register register, Clock clock, KeyMaker keys) {

    /// Which key an order needs that is not here, Dutch.
    ///
    /// @throws WrongPassword when a key is here and does not open
    Optional<String> closed(CaOrder order, CaSecrets secrets) throws IOException {
        return switch (order) {
            case CaOrder.Issue _, CaOrder.Revoke _ -> {
                Identity _ = folder.issuing(register.current(), secrets);
                yield Optional.empty();
            }
            case CaOrder.Successor(boolean compromised) -> {
                if (!compromised) {
                    // The keys of both go under one password: lists are made with both.
                    Identity _ = folder.issuing(register.current(), secrets);
                }
                yield folder.root(register.root(), secrets).isPresent()
                        ? Optional.empty()
                        : Optional.of("Hiervoor is de stamsleutel nodig, met zijn wachtwoord. Leg hem klaar.");
            }
            case CaOrder.Unreadable _ -> Optional.of("Dit voorstel is niet meer te lezen.");
        };
    }

    JsonObject carryOut(long id, CaOrder order, CaSecrets secrets) throws IOException {
        return switch (order) {
            case CaOrder.Issue(PartyRequest request, long _) ->
                JsonObject.EMPTY.with(
                        "certificates",
                        Register.json(issue(
                                id,
                                request,
                                register.current().number(),
                                folder.issuing(register.current(), secrets))));
            case CaOrder.Revoke(List<BigInteger> serials, RevocationReason _) ->
                JsonObject.EMPTY.with("revoked", serials.size());
            case CaOrder.Successor(boolean compromised) -> succeed(compromised, secrets);
            case CaOrder.Unreadable _ -> throw new IllegalStateException("an order that cannot be read was approved");
        };
    }

    private List<Issued> issue(long id, PartyRequest request, int generation, Identity issuing) {
        return Stream.of(Purpose.values())
                .map(purpose -> one(id, purpose, request.holder(), request.key(purpose), generation, issuing))
                .toList();
    }

    private Issued one(long id, Purpose purpose, Holder holder, PublicKey key, int generation, Identity issuing) {
        return new Issued(
                id,
                purpose,
                holder,
                new CaCertificates(settings, keys.random())
                        .leaf(issuing, generation, purpose, holder, key, clock.instant()),
                generation,
                Optional.empty());
    }

    private JsonObject succeed(boolean compromised, CaSecrets secrets) throws IOException {
        Identity root = folder.root(register.root(), secrets).orElseThrow();
        int generation = register.current().number() + 1;
        Identity issuing = new CaCertificates(settings, keys.random())
                .issuing(root, keys.forAuthority(), generation, clock.instant());
        folder.writeIssuing(generation, issuing, secrets, keys.random());
        return JsonObject.EMPTY
                .with("compromised", compromised)
                .with("issuing", Register.encoded(issuing.leaf()))
                .with("certificates", Register.json(compromised ? again(generation, issuing) : List.of()));
    }

    /// Everything that counts, once for each key, as it was issued: the rules of today for a request have no
    /// say in an emergency, and one that they would refuse stops nobody else's.
    private List<Issued> again(int generation, Identity issuing) {
        List<Issued> again = new ArrayList<>();
        Set<PublicKey> done = new HashSet<>();
        for (Issued before : register.valid(clock.instant()).reversed()) {
            PublicKey key = before.certificate().getPublicKey();
            if (done.add(key)) {
                again.add(one(before.request(), before.purpose(), before.holder(), key, generation, issuing));
            }
        }
        return again.reversed();
    }
}

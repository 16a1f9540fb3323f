// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;

/// Content and what Peers said about it. At most one signature of each type for each Peer.
public record Contract(ContractContent content, List<ContractSignature> signatures) {

    /// @throws IllegalArgumentException when a signature is doubled or of a Peer that is not on the contract
    public Contract {
        signatures = List.copyOf(signatures);
        for (ContractSignature signature : signatures) {
            if (!content.peers().contains(signature.peer())
                    || signatures.stream().filter(s -> sameSlot(s, signature)).count() > 1) {
                throw new IllegalArgumentException(
                        "Contract: expected one signature for each peer on it and type, got another of "
                                + signature.peer());
            }
        }
    }

    /// A contract that nobody signed yet.
    public static Contract of(ContractContent content) {
        return new Contract(content, List.of());
    }

    /// The state at a moment. First match counts: revoked, rejected (or ended before all accepted), expired,
    /// proposed, suspended, valid.
    ///
    /// @param standing whether the certificate of a signature is good at that moment; asked for accepts only
    public ContractState state(Instant now, Predicate<ContractSignature> standing) {
        if (of(SignatureType.REVOKE).findAny().isPresent()) {
            return ContractState.REVOKED;
        }
        boolean accepted = accepted();
        boolean over = !now.isBefore(content.validity().notAfter());
        if (of(SignatureType.REJECT).findAny().isPresent() || (over && !accepted)) {
            return ContractState.REJECTED;
        }
        if (over) {
            return ContractState.EXPIRED;
        }
        if (!accepted) {
            return ContractState.PROPOSED;
        }
        return of(SignatureType.ACCEPT).allMatch(standing) ? ContractState.VALID : ContractState.SUSPENDED;
    }

    /// Whether a token may be given out under it: valid, and its begin is there.
    public boolean usable(Instant now, Predicate<ContractSignature> standing) {
        return !now.isBefore(content.validity().notBefore()) && state(now, standing) == ContractState.VALID;
    }

    /// Whether every Peer on it has accepted, good certificate or not.
    public boolean accepted() {
        return content.peers().stream()
                .allMatch(peer -> signature(peer, SignatureType.ACCEPT).isPresent());
    }

    /// What a Peer said.
    public Optional<ContractSignature> signature(PeerId peer, SignatureType type) {
        return of(type).filter(s -> s.peer().equals(peer)).findFirst();
    }

    /// All signatures of a type.
    public Stream<ContractSignature> of(SignatureType type) {
        return signatures.stream().filter(s -> s.type() == type);
    }

    /// With one more signature. A newer one of the same Peer and type takes the place of the old: its
    /// certificate was renewed, and others may not believe the old one any more. One that is not newer changes
    /// nothing.
    public Contract with(ContractSignature signature) {
        Optional<ContractSignature> there = signature(signature.peer(), signature.type());
        boolean newer =
                there.isEmpty() || signature.signedAt().isAfter(there.get().signedAt());
        if (!newer) {
            return this;
        }
        List<ContractSignature> more = new ArrayList<>(signatures);
        there.ifPresent(more::remove);
        more.add(signature);
        return new Contract(content, more);
    }

    /// As in `GET /contracts`.
    public JsonObject toJson() {
        JsonObject maps = JsonObject.EMPTY;
        for (SignatureType type : SignatureType.values()) {
            JsonObject map = JsonObject.EMPTY;
            for (ContractSignature signature : of(type).toList()) {
                map = map.with(signature.peer().value(), signature.jws());
            }
            maps = maps.with(type.wire(), map);
        }
        return JsonObject.EMPTY.with("content", content.tree()).with("signatures", maps);
    }

    private static boolean sameSlot(ContractSignature one, ContractSignature other) {
        return one.peer().equals(other.peer()) && one.type() == other.type();
    }
}

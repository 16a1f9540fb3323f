// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.trust.Purpose;

/// Whether an order fits what was issued before. Looked at when it is proposed, and again when it is approved.
record CaRules(Register register, Instant now) {

    List<String> objections(CaOrder order) {
        return switch (order) {
            case CaOrder.Issue(PartyRequest request, long renews) -> toIssuing(request, renews);
            case CaOrder.Revoke(List<BigInteger> serials, RevocationReason reason) -> toRevoking(serials, reason);
            case CaOrder.Successor _ -> List.of();
            case CaOrder.Unreadable(List<String> faults) -> faults;
        };
    }

    private List<String> toIssuing(PartyRequest request, long renews) {
        List<String> objections = new ArrayList<>();
        if (register.current().certificate().getNotAfter().toInstant().isBefore(now.plus(CaCertificates.LEAF_LIFE))) {
            objections.add(
                    "De uitgever loopt eerder af dan het certificaat. Stel eerst een opvolger in" + " (ca opvolger).");
        }
        if (renews > 0 && register.of(renews).stream().anyMatch(one -> !isSameHolder(one, request))) {
            objections.add("Vernieuwen kan alleen voor dezelfde organisatie met hetzelfde nummer. Doe anders een"
                    + " nieuwe aanvraag.");
        }
        for (Purpose purpose : Purpose.values()) {
            toKey(purpose, request, renews).ifPresent(objections::add);
        }
        return objections;
    }

    private Optional<String> toKey(Purpose purpose, PartyRequest request, long renews) {
        List<Issued> others = register.of(request.key(purpose));
        if (others.stream().anyMatch(one -> one.purpose() != purpose || !isSameHolder(one, request))) {
            return Optional.of(purpose.word() + ": deze sleutel heeft al een certificaat van een andere organisatie of"
                    + " voor een ander doel. Maak een eigen sleutel.");
        }
        if (others.stream()
                .flatMap(one -> one.revoked().stream())
                .anyMatch(revoked -> revoked.reason() == RevocationReason.KEY_COMPROMISE)) {
            return Optional.of(purpose.word() + ": deze sleutel is gelekt. Maak een nieuwe sleutel.");
        }
        return renews == 0 && others.stream().anyMatch(one -> one.isValidAt(now))
                ? Optional.of(purpose.word() + ": deze sleutel heeft al een geldig certificaat. Gebruik vernieuwen.")
                : Optional.empty();
    }

    private static boolean isSameHolder(Issued one, PartyRequest request) {
        return one.holder().name().equals(request.holder().name())
                && one.holder().oin().equals(request.holder().oin());
    }

    private List<String> toRevoking(List<BigInteger> serials, RevocationReason reason) {
        List<String> objections = new ArrayList<>();
        if (serials.isEmpty()) {
            objections.add("Noem ten minste een certificaat.");
        }
        for (BigInteger serial : serials) {
            Optional<Issued> one = register.find(serial);
            if (one.isEmpty()) {
                objections.add("Er is geen certificaat met serienummer " + serial.toString(16) + " uitgegeven.");
            } else if (one.flatMap(Issued::revoked)
                    .filter(before -> !reason.outweighs(before.reason()))
                    .isPresent()) {
                objections.add("Het certificaat met serienummer " + serial.toString(16) + " is al ingetrokken.");
            }
        }
        List<String> left = withSameKeys(serials, reason).stream()
                .filter(serial -> !serials.contains(serial))
                .map(serial -> serial.toString(16))
                .toList();
        if (!left.isEmpty()) {
            objections.add("Met een sleutel die is gelekt, gelden ook certificaten die hier niet bij staan: "
                    + String.join(", ", left) + ". Stel het intrekken opnieuw voor, dan gaan ze mee.");
        }
        return objections;
    }

    /// These, and when a key leaked every other certificate for it that counts: who has the key has them all.
    List<BigInteger> withSameKeys(List<BigInteger> serials, RevocationReason reason) {
        if (reason != RevocationReason.KEY_COMPROMISE) {
            return serials;
        }
        Set<BigInteger> all = new LinkedHashSet<>(serials);
        serials.stream()
                .flatMap(serial -> register.find(serial).stream())
                .flatMap(leaked -> register.of(leaked.certificate().getPublicKey()).stream())
                .filter(one -> one.isValidAt(now))
                .forEach(one -> all.add(one.serial()));
        return List.copyOf(all);
    }
}

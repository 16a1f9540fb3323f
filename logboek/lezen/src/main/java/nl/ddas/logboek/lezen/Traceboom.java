// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.logboek.model.SpanId;

/// Puts lines of several logs below their callers, by time. Lines come from others, so every line ends up in it exactly
/// once whatever their parents say, and without recursion.
final class Traceboom {

    private static final Comparator<Gevonden> OP_TIJD = Comparator.<Gevonden>comparingLong(
                    one -> one.regel().start())
            .thenComparing(one -> one.regel().spanId().hex())
            .thenComparingInt(Gevonden::logboek);

    private final List<Gevonden> alle;
    private final Map<SpanId, Gevonden> opId = new HashMap<>();
    private final Map<Gevonden, List<Gevonden>> kinderen = new IdentityHashMap<>();
    private final Set<Gevonden> gezet = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Tak> takken = new ArrayList<>();

    private record Open(Gevonden gevonden, int diepte, Tak.Plek plek) {}

    private Traceboom(List<Gevonden> gevonden) {
        this.alle = gevonden.stream().sorted(OP_TIJD).toList();
    }

    static List<Tak> of(List<Gevonden> gevonden) {
        return new Traceboom(gevonden).build();
    }

    private List<Tak> build() {
        alle.forEach(one -> opId.putIfAbsent(one.regel().spanId(), one));
        for (Gevonden one : alle) {
            parent(one).ifPresent(parent -> kinderen.computeIfAbsent(parent, _ -> new ArrayList<>())
                    .add(one));
        }
        for (Gevonden one : alle) {
            if (parent(one).isEmpty()) {
                place(one, one.regel().parentSpanId().isEmpty() ? Tak.Plek.BEGIN : Tak.Plek.AANROEPER_ONTBREEKT);
            }
        }
        // What is left hangs together in circles.
        for (Gevonden one : alle) {
            if (!gezet.contains(one)) {
                place(one, Tak.Plek.KRING);
            }
        }
        return takken;
    }

    /// A line is never its own caller.
    private Optional<Gevonden> parent(Gevonden one) {
        return one.regel()
                .parentSpanId()
                .flatMap(id -> Optional.ofNullable(opId.get(id)))
                .filter(parent -> parent != one);
    }

    private void place(Gevonden top, Tak.Plek plek) {
        Deque<Open> open = new ArrayDeque<>(List.of(new Open(top, 0, plek)));
        while (!open.isEmpty()) {
            Open now = open.pop();
            if (gezet.add(now.gevonden())) {
                takken.add(new Tak(
                        now.diepte(), now.gevonden().logboek(), now.gevonden().regel(), now.plek()));
                for (Gevonden kind :
                        kinderen.getOrDefault(now.gevonden(), List.of()).reversed()) {
                    open.push(new Open(kind, now.diepte() + 1, Tak.Plek.ONDER_AANROEPER));
                }
            }
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.logboek.model.SpanId;

/// Puts lines of several logs below their callers, by time. Lines come from others, so every line ends up in it exactly
/// once whatever their parents say, and without recursion. Lines are known by their place in the list: two may
/// be equal.
final class Traceboom {

    private static final Comparator<Gevonden> OP_TIJD = Comparator.<Gevonden>comparingLong(
                    one -> one.regel().start())
            .thenComparing(one -> one.regel().spanId().hex())
            .thenComparingInt(Gevonden::logboek);

    private final List<Gevonden> alle;
    private final Map<SpanId, Integer> opId = new HashMap<>();
    private final List<List<Integer>> kinderen = new ArrayList<>();
    private final BitSet gezet = new BitSet();
    private final List<Tak> takken = new ArrayList<>();

    private record Open(int regel, int diepte, Tak.Plek plek) {}

    private Traceboom(List<Gevonden> gevonden) {
        this.alle = gevonden.stream().sorted(OP_TIJD).toList();
    }

    static List<Tak> of(List<Gevonden> gevonden) {
        return new Traceboom(gevonden).build();
    }

    private List<Tak> build() {
        for (int i = 0; i < alle.size(); i++) {
            opId.putIfAbsent(alle.get(i).regel().spanId(), i);
            kinderen.add(new ArrayList<>());
        }
        for (int i = 0; i < alle.size(); i++) {
            int kind = i;
            parent(i).ifPresent(parent -> kinderen.get(parent).add(kind));
        }
        for (int i = 0; i < alle.size(); i++) {
            if (parent(i).isEmpty()) {
                boolean isBegin = alle.get(i).regel().parentSpanId().isEmpty();
                place(i, isBegin ? Tak.Plek.BEGIN : Tak.Plek.AANROEPER_ONTBREEKT);
            }
        }
        // What is left hangs together in circles.
        for (int i = 0; i < alle.size(); i++) {
            if (!gezet.get(i)) {
                place(i, Tak.Plek.KRING);
            }
        }
        return takken;
    }

    /// A line is never its own caller.
    private Optional<Integer> parent(int regel) {
        return alle.get(regel)
                .regel()
                .parentSpanId()
                .flatMap(id -> Optional.ofNullable(opId.get(id)))
                .filter(parent -> parent != regel);
    }

    private void place(int top, Tak.Plek plek) {
        Deque<Open> open = new ArrayDeque<>(List.of(new Open(top, 0, plek)));
        while (!open.isEmpty()) {
            Open now = open.pop();
            if (!gezet.get(now.regel())) {
                gezet.set(now.regel());
                Gevonden gevonden = alle.get(now.regel());
                takken.add(new Tak(now.diepte(), gevonden.logboek(), gevonden.regel(), now.plek()));
                for (int kind : kinderen.get(now.regel()).reversed()) {
                    open.push(new Open(kind, now.diepte() + 1, Tak.Plek.ONDER_AANROEPER));
                }
            }
        }
    }
}

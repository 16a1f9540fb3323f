// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// In memory: for tests, and for who keeps the register as a document.
public final class GeheugenActiviteiten implements Activiteiten {

    private final Map<String, Activiteit> activiteiten = new TreeMap<>();
    private final Map<String, Entiteit> entiteiten = new TreeMap<>();

    /// With what a document holds, from the first revision.
    public static GeheugenActiviteiten of(Registerdocument document) {
        GeheugenActiviteiten store = new GeheugenActiviteiten();
        document.entiteiten().forEach(store::store);
        document.activiteiten().forEach(one -> store.store(one.at(0)));
        return store;
    }

    @Override
    public synchronized Optional<Activiteit> find(UUID id) {
        return Optional.ofNullable(activiteiten.get(id.toString()));
    }

    @Override
    public synchronized List<Activiteit> all() {
        return List.copyOf(activiteiten.values());
    }

    @Override
    public synchronized Optional<Activiteit> store(Activiteit activiteit) {
        Optional<Activiteit> before = find(activiteit.id());
        if (before.map(Activiteit::revisie).orElse(0) != activiteit.revisie()) {
            return Optional.empty();
        }
        List<Versie> _ = Versiebehoud.added(before.map(Activiteit::versies).orElse(List.of()), activiteit);
        Activiteit stored = activiteit.at(activiteit.revisie() + 1);
        activiteiten.put(stored.id().toString(), stored);
        return Optional.of(stored);
    }

    @Override
    public synchronized Optional<Entiteit> entity(UUID id) {
        return Optional.ofNullable(entiteiten.get(id.toString()));
    }

    @Override
    public synchronized List<Entiteit> entities() {
        return List.copyOf(entiteiten.values());
    }

    @Override
    public synchronized void store(Entiteit entiteit) {
        entiteiten.put(entiteit.id().toString(), entiteit);
    }
}

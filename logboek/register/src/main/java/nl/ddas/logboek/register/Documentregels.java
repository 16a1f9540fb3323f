// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What must be right between the parts of a document: nothing twice, and nothing that leads nowhere.
final class Documentregels {

    private final Registerdocument document;
    private final Fouten fouten;
    private final Set<UUID> entiteiten = new HashSet<>();
    private final Map<UUID, Activiteit> activiteiten = new HashMap<>();

    private Documentregels(Registerdocument document, Fouten fouten) {
        this.document = document;
        this.fouten = fouten;
    }

    static void judge(Registerdocument document, Fouten fouten) {
        // Where a part could not be read at all, its neighbours have another number than in the file.
        if (!fouten.isEmpty()) {
            return;
        }
        Documentregels regels = new Documentregels(document, fouten);
        regels.once();
        List<Activiteit> all = document.activiteiten();
        for (int i = 0; i < all.size(); i++) {
            regels.judge(all.get(i), "/activities/" + i);
        }
    }

    private void once() {
        for (int i = 0; i < document.entiteiten().size(); i++) {
            if (!entiteiten.add(document.entiteiten().get(i).id())) {
                fouten.add("REG-15", "/entities/" + i + "/id", "Deze partij staat er al. Geef elk een eigen id.");
            }
        }
        for (int i = 0; i < document.activiteiten().size(); i++) {
            Activiteit one = document.activiteiten().get(i);
            if (activiteiten.putIfAbsent(one.id(), one) != null) {
                fouten.add("REG-15", "/activities/" + i + "/id", "Deze activiteit staat er al. Geef elk een eigen id.");
            }
        }
    }

    private void judge(Activiteit activiteit, String pointer) {
        activiteit
                .supersedes()
                .filter(id -> !activiteiten.containsKey(id))
                .ifPresent(_ ->
                        fouten.add("REG-16", pointer + "/supersedes", "Deze activiteit staat niet in dit register."));
        for (int i = 0; i < activiteit.versies().size(); i++) {
            judge(activiteit.id(), activiteit.versies().get(i).inhoud(), pointer + "/versions/" + i);
        }
        activiteit
                .concept()
                .ifPresent(inhoud -> judge(
                        activiteit.id(),
                        inhoud,
                        pointer + "/versions/" + activiteit.versies().size()));
    }

    private void judge(UUID id, Inhoud inhoud, String pointer) {
        inhoud.verband()
                .controllerId()
                .filter(party -> !entiteiten.contains(party))
                .ifPresent(
                        _ -> fouten.add("REG-16", pointer + "/controllerId", "Deze partij staat niet bij entities."));
        for (int i = 0; i < inhoud.recipients().size(); i++) {
            if (!entiteiten.contains(inhoud.recipients().get(i).entityId())) {
                fouten.add(
                        "REG-16", pointer + "/recipients/" + i + "/entityId", "Deze partij staat niet bij entities.");
            }
        }
        Optional<UUID> parent = inhoud.verband().parentId();
        if (parent.isPresent() && !activiteiten.containsKey(parent.get())) {
            fouten.add("REG-16", pointer + "/parentId", "Deze activiteit staat niet in dit register.");
        } else if (parent.isPresent() && isBelowItself(id, parent.get())) {
            fouten.add("REG-17", pointer + "/parentId", "Een activiteit kan niet een deel van zichzelf zijn.");
        }
    }

    /// Follows the last versions upwards.
    private boolean isBelowItself(UUID id, UUID parent) {
        Set<UUID> seen = new HashSet<>();
        Optional<UUID> at = Optional.of(parent);
        while (at.isPresent() && seen.add(at.get())) {
            if (at.get().equals(id)) {
                return true;
            }
            at = Optional.ofNullable(activiteiten.get(at.get()))
                    .flatMap(Activiteit::last)
                    .flatMap(one -> one.inhoud().verband().parentId());
        }
        return false;
    }
}

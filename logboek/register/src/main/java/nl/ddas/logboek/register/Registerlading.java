// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings a register up to date with a document: versions that are not there yet are added, nothing is taken away.
public final class Registerlading {

    private final Activiteiten activiteiten;
    private final Registerbeheer beheer;
    private final List<Laadverslag.Weigering> geweigerd = new ArrayList<>();
    private int versies;
    private int concepten;

    private Registerlading(Activiteiten activiteiten, Registerbeheer beheer) {
        this.activiteiten = activiteiten;
        this.beheer = beheer;
    }

    /// Loads. The same document again changes nothing.
    ///
    /// @param beheer over the same activities
    public static Laadverslag load(Registerdocument document, Activiteiten activiteiten, Registerbeheer beheer) {
        Registerlading lading = new Registerlading(activiteiten, beheer);
        int partijen = 0;
        for (Entiteit one : document.entiteiten()) {
            if (!activiteiten.entity(one.id()).equals(Optional.of(one))) {
                beheer.store(one);
                partijen++;
            }
        }
        document.activiteiten().forEach(lading::load);
        return new Laadverslag(lading.versies, lading.concepten, partijen, lading.geweigerd);
    }

    private void load(Activiteit wanted) {
        Activiteit stored = activiteiten.find(wanted.id()).orElse(Activiteit.unstored(wanted.id()));
        if (stored.versies().isEmpty() && !wanted.versies().isEmpty()) {
            adopt(wanted, stored.revisie());
            return;
        }
        int known = Math.min(stored.versies().size(), wanted.versies().size());
        if (!stored.versies().subList(0, known).equals(wanted.versies().subList(0, known))) {
            refuse(
                    wanted,
                    "Het document vertelt een ander verleden dan het register: een versie die er al is, is veranderd."
                            + " Voeg een nieuwe versie toe in plaats van een oude te wijzigen.");
            return;
        }
        for (Versie versie : wanted.versies().subList(known, wanted.versies().size())) {
            Optional<Activiteit> next =
                    taken(wanted, beheer.publish(wanted.id(), stored.revisie(), versie.validFrom(), versie.inhoud()));
            if (next.isEmpty()) {
                return;
            }
            stored = next.get();
            versies++;
        }
        draft(wanted, stored);
    }

    private void adopt(Activiteit wanted, int revisie) {
        taken(wanted, beheer.adopt(wanted.at(revisie))).ifPresent(stored -> {
            versies += stored.versies().size();
            draft(wanted, stored);
        });
    }

    private void draft(Activiteit wanted, Activiteit stored) {
        if (wanted.concept().isPresent() && !wanted.concept().equals(stored.concept())) {
            Besluit besluit =
                    beheer.draft(wanted.id(), stored.revisie(), wanted.concept().get());
            if (taken(wanted, besluit).isPresent()) {
                concepten++;
            }
        }
    }

    private Optional<Activiteit> taken(Activiteit wanted, Besluit besluit) {
        return switch (besluit) {
            case Besluit.Vastgelegd(Activiteit now) -> Optional.of(now);
            case Besluit.Achterhaald _ -> {
                refuse(wanted, "Iemand anders wijzigt deze activiteit op dit moment. Laad nog een keer.");
                yield Optional.empty();
            }
            case Besluit.Geweigerd(List<Fout> fouten) -> {
                geweigerd.add(new Laadverslag.Weigering(wanted.id(), fouten));
                yield Optional.empty();
            }
        };
    }

    private void refuse(Activiteit wanted, String melding) {
        geweigerd.add(new Laadverslag.Weigering(wanted.id(), List.of(new Fout(Verleden.ANDERS, "", 0, melding))));
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.levering.model.Geslacht;

/// Which BSN goes with an address, for clients that were delivered without BSN.
///
/// Keeps at most two numbers for each address and sex: more is as good as two, because two is doubt.
final class Adreskandidaten {
    private final Map<Sleutel, Kandidaten> perAdres = new HashMap<>();

    private record Kandidaten(Set<Sleutel> man, Set<Sleutel> vrouw, Set<Sleutel> onbekend) {
        Kandidaten() {
            this(new HashSet<>(2), new HashSet<>(2), new HashSet<>(2));
        }

        Set<Sleutel> bij(Geslacht geslacht) {
            return switch (geslacht) {
                case MAN -> man;
                case VROUW -> vrouw;
                case ONBEKEND, LEEG -> onbekend;
            };
        }

        Set<Sleutel> passend(Geslacht gevraagd) {
            Set<Sleutel> gevonden = new HashSet<>();
            for (Geslacht geslacht : Geslacht.geteld()) {
                if (geslacht.past(gevraagd)) {
                    gevonden.addAll(bij(geslacht));
                }
            }
            return gevonden;
        }
    }

    /// What was found for a client without BSN.
    enum Uitkomst {
        GEEN,
        EEN,
        TWIJFEL
    }

    Adreskandidaten(Collection<Bronrecord> bronnen) {
        for (Bronrecord bron : bronnen) {
            for (Persoonssleutels persoon : bron.personen()) {
                if (!persoon.bsn().isBekend() && persoon.adres().isBekend()) {
                    perAdres.computeIfAbsent(persoon.adres(), adres -> new Kandidaten());
                }
            }
        }
        if (!perAdres.isEmpty()) {
            bronnen.forEach(this::leer);
        }
    }

    private void leer(Bronrecord bron) {
        for (Persoonssleutels persoon : bron.personen()) {
            if (persoon.bsn().isBekend()) {
                Optional.ofNullable(perAdres.get(persoon.adres()))
                        .map(kandidaten -> kandidaten.bij(persoon.geslacht()))
                        .filter(bekend -> bekend.size() < 2)
                        .ifPresent(bekend -> bekend.add(persoon.bsn()));
            }
        }
    }

    Uitkomst uitkomst(Persoonssleutels persoon) {
        int aantal = passend(persoon).size();
        if (aantal == 0) {
            return Uitkomst.GEEN;
        }
        return aantal == 1 ? Uitkomst.EEN : Uitkomst.TWIJFEL;
    }

    /// The one BSN that fits; ask only after [Uitkomst#EEN].
    Sleutel bsn(Persoonssleutels persoon) {
        return passend(persoon).iterator().next();
    }

    private Set<Sleutel> passend(Persoonssleutels persoon) {
        return Optional.ofNullable(perAdres.get(persoon.adres()))
                .map(kandidaten -> kandidaten.passend(persoon.geslacht()))
                .orElse(Set.of());
    }
}

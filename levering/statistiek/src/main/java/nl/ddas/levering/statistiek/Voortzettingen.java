// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds trajecten of one person that start shortly after another ended: perhaps one that goes on (C-08).
final class Voortzettingen {
    private static final int HOOGSTENS_DAGEN = 31;

    private Voortzettingen() {}

    static List<Signaal> zoek(List<Groep> groepen, int maxgat) {
        if (groepen.size() < 2) {
            return List.of();
        }
        Map<Sleutel, Groep> laatste = new HashMap<>();
        List<Signaal> signalen = new ArrayList<>();
        for (Groep groep : groepen.stream()
                .sorted(Comparator.comparing(groep -> groep.looptijd().begin()))
                .toList()) {
            for (Sleutel persoon : groep.personen()) {
                Optional<Groep> vorige = Optional.ofNullable(laatste.get(persoon));
                vorige.filter(eerder -> sluitAan(eerder, groep, maxgat))
                        .ifPresent(eerder -> signalen.add(signaal(eerder, groep)));
                if (vorige.filter(eerder ->
                                eerder.looptijd().slot() >= groep.looptijd().slot())
                        .isEmpty()) {
                    laatste.put(persoon, groep);
                }
            }
        }
        return signalen.stream().distinct().toList();
    }

    private static boolean sluitAan(Groep vorige, Groep volgende, int maxgat) {
        long dagen = (long) volgende.looptijd().begin() - vorige.looptijd().slot();
        return dagen > maxgat && dagen <= HOOGSTENS_DAGEN && dagen > 0;
    }

    private static Signaal signaal(Groep vorige, Groep volgende) {
        return new Signaal(
                Signaalcode.C_08,
                Stream.of(vorige, volgende)
                        .map(groep -> groep.bronnen().getFirst().plaats())
                        .sorted()
                        .toList());
    }
}

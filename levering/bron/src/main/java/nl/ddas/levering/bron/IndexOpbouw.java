// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.levering.bron.MomentopnameIndex.Ingang;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Grows the index of a snapshot while its trajecten are written.
final class IndexOpbouw {

    private record Begin(Aanleverperiode periode, LeveringKop kop, int eerste) {}

    private final List<Begin> leveringen = new ArrayList<>();
    private final Set<Long> tellers = new HashSet<>();
    private int[] start = new int[1024];
    private int[] eind = new int[1024];
    private short[] gemeente = new short[1024];
    private long[] plek = new long[1025];
    private int aantal;

    /// Starts the next levering. Two files may both count from 1: a counter that is taken already becomes
    /// the next free one.
    void levering(Aanleverperiode periode, LeveringKop kop) {
        leveringen.add(new Begin(periode, metEigenTeller(kop), aantal));
    }

    private LeveringKop metEigenTeller(LeveringKop kop) {
        if (kop.teller().isEmpty() || tellers.add(kop.teller().get())) {
            return kop;
        }
        long vrij = 1 + tellers.stream().mapToLong(Long::longValue).max().orElse(0);
        tellers.add(vrij);
        return new LeveringKop(Optional.of(vrij), kop.aanleverendeOrganisatie());
    }

    void traject(Kenmerken kenmerken, int lengte) {
        if (aantal == start.length) {
            int groter = Math.addExact(aantal, aantal / 2);
            start = Arrays.copyOf(start, groter);
            eind = Arrays.copyOf(eind, groter);
            gemeente = Arrays.copyOf(gemeente, groter);
            plek = Arrays.copyOf(plek, groter + 1);
        }
        start[aantal] = kenmerken.start().map(MomentopnameIndex::dag).orElse(MomentopnameIndex.ONBEKEND_START);
        eind[aantal] = kenmerken.eind().map(MomentopnameIndex::dag).orElse(MomentopnameIndex.LOOPT_NOG);
        gemeente[aantal] = kenmerken.gemeente().map(MomentopnameIndex::nummer).orElse(MomentopnameIndex.GEEN_GEMEENTE);
        plek[aantal + 1] = plek[aantal] + lengte;
        aantal++;
    }

    boolean isLeeg() {
        return leveringen.isEmpty();
    }

    MomentopnameIndex klaar(Aanleverperiode periode, OffsetDateTime moment, String software) {
        List<Ingang> ingangen = new ArrayList<>(leveringen.size());
        for (int i = 0; i < leveringen.size(); i++) {
            Begin begin = leveringen.get(i);
            int na = i + 1 < leveringen.size() ? leveringen.get(i + 1).eerste() : aantal;
            ingangen.add(new Ingang(begin.periode(), begin.kop(), begin.eerste(), na));
        }
        return new MomentopnameIndex(
                periode,
                moment,
                software,
                List.copyOf(ingangen),
                Arrays.copyOf(start, aantal),
                Arrays.copyOf(eind, aantal),
                Arrays.copyOf(gemeente, aantal),
                Arrays.copyOf(plek, aantal + 1));
    }
}

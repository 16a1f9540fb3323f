// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings the content of source records to the groups of a combination: takes contributions in any order,
/// and hands over each combined traject, with its indicator, as soon as its last source is in. Keeps only the
/// contributions of groups that still wait for another.
public final class Groepsvuller {

    /// Receives the combined trajecten.
    @FunctionalInterface
    public interface Ontvanger {
        /// @throws IOException when what it does with the traject fails
        void traject(GecombineerdTraject traject, Indicatorscore score) throws IOException;
    }

    private record Plek(Groep groep, Bronrecord record) {}

    private final Map<Bronplaats, Plek> plekken = new HashMap<>();
    private final IdentityHashMap<Groep, List<Bijdrage>> wachtend = new IdentityHashMap<>();
    private final Samenvoeger samenvoeger = new Samenvoeger();
    private final Indicator indicator;
    private final Ontvanger ontvanger;
    private int over;

    public Groepsvuller(Combinatie combinatie, Indicator indicator, Ontvanger ontvanger) {
        for (Groep groep : combinatie.groepen()) {
            groep.bronnen().forEach(bron -> plekken.put(bron.plaats(), new Plek(groep, bron)));
        }
        this.over = combinatie.groepen().size();
        this.indicator = indicator;
        this.ontvanger = ontvanger;
    }

    /// The source record at this place, empty when it is in no group: replaced, or left out.
    public Optional<Bronrecord> zoek(Bronplaats plaats) {
        return Optional.ofNullable(plekken.get(plaats)).map(Plek::record);
    }

    /// Takes a contribution; one that is in no group is passed over.
    ///
    /// @throws IOException passed on from the receiver
    public void neem(Bijdrage bijdrage) throws IOException {
        Plek plek = plekken.get(bijdrage.bron().plaats());
        if (plek == null) {
            return;
        }
        Groep groep = plek.groep();
        if (groep.bronnen().size() == 1) {
            lever(groep, List.of(bijdrage));
            return;
        }
        List<Bijdrage> samen = wachtend.computeIfAbsent(groep, nieuw -> new ArrayList<>());
        samen.add(bijdrage);
        if (samen.size() == groep.bronnen().size()) {
            wachtend.remove(groep);
            lever(groep, samen);
        }
    }

    private void lever(Groep groep, List<Bijdrage> bijdragen) throws IOException {
        over--;
        GecombineerdTraject traject = samenvoeger.voegSamen(groep, bijdragen);
        ontvanger.traject(traject, indicator.bereken(traject));
    }

    /// Whether every group has all its sources.
    public boolean isVol() {
        return over == 0;
    }
}

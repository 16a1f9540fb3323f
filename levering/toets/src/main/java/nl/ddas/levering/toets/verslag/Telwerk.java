// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Gemeentelijst;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.ToetsOntvanger;

/// Counts while a delivery is checked: findings by code, trajecten by levering and gemeente.
/// A levering that goes on over several pages is counted once, by its organisation.
public final class Telwerk implements ToetsOntvanger {

    private static final Gemeentelijst GEMEENTEN = Gemeentelijst.eigen();

    private static final class Stand {
        private final String organisatie;
        private long trajecten;
        private long geweigerd;
        private long clienten;
        private final Map<String, Long> perGemeente = new TreeMap<>();

        Stand(String organisatie) {
            this.organisatie = organisatie;
        }
    }

    private final Groepering groepering = new Groepering();
    private final List<Stand> leveringen = new ArrayList<>();

    @Override
    public void levering(int index, LeveringKop kop) {
        String naam = kop.aanleverendeOrganisatie().statutaireNaam().orElse("(naam ontbreekt)");
        if (leveringen.isEmpty() || !leveringen.getLast().organisatie.equals(naam)) {
            leveringen.add(new Stand(naam));
        }
    }

    @Override
    public void bevinding(Bevinding bevinding) {
        groepering.voegToe(bevinding);
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek, List<Bevinding> bevindingen, boolean geweigerd) {
        Stand stand = leveringen.getLast();
        stand.trajecten++;
        stand.geweigerd += geweigerd ? 1 : 0;
        stand.clienten += traject.client().size();
        stand.perGemeente.merge(gemeente(traject), 1L, Long::sum);
    }

    /// A code that no gemeente has stays as it was written, so that it can be found again.
    private static String gemeente(Schuldhulptraject traject) {
        return traject.gemeente()
                .map(code ->
                        isBekend(code) ? code.code() : traject.gemeentecode().orElse(""))
                .orElseGet(() -> traject.gemeentecode()
                        .filter(Gemeentecode.ONBEKEND::equals)
                        .orElse("niet herkend"));
    }

    /// The findings so far.
    public List<Bevindinggroep> bevindingen() {
        return groepering.groepen();
    }

    private static boolean isBekend(Gemeentecode code) {
        return GEMEENTEN.van(code.nummer()).isPresent();
    }

    /// The leveringen, in order.
    ///
    /// @param oordeel the outcome: of a refused message no traject counts
    public List<Leveringtelling> leveringen(Oordeel oordeel) {
        boolean niets = oordeel.geweigerdeTrajecten() == oordeel.trajecten();
        return leveringen.stream()
                .map(stand -> new Leveringtelling(
                        stand.organisatie,
                        stand.trajecten,
                        niets ? stand.trajecten : stand.geweigerd,
                        stand.clienten,
                        Map.copyOf(stand.perGemeente)))
                .toList();
    }
}

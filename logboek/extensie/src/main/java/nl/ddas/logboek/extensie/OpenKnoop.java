// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;

/// A list or mapping of which the end is still to come.
final class OpenKnoop {

    private final boolean kaart;
    private final Optional<Anchor> anker;
    private final String pointer;
    private final Plek plek;
    private final List<Leesfout> fouten;
    private final Map<String, Knoop.Lid> leden = new LinkedHashMap<>();
    private final List<Knoop> items = new ArrayList<>();
    private Optional<Knoop.Tekst> naam = Optional.empty();
    private long omvang = 1;

    /// @param fouten gets the names that stand twice
    OpenKnoop(boolean kaart, Optional<Anchor> anker, String pointer, Plek plek, List<Leesfout> fouten) {
        this.kaart = kaart;
        this.anker = anker;
        this.pointer = pointer;
        this.plek = plek;
        this.fouten = fouten;
    }

    Optional<Anchor> anker() {
        return anker;
    }

    Plek plek() {
        return plek;
    }

    /// JSON pointer of what comes next.
    String nextPointer() {
        return Wijzer.into(pointer, kaart ? naam.map(Knoop.Tekst::waarde).orElse("") : String.valueOf(items.size()));
    }

    void add(Knoop knoop) {
        omvang += knoop.omvang();
        if (!kaart) {
            items.add(knoop);
        } else if (naam.isPresent()) {
            put(naam.get(), knoop);
            naam = Optional.empty();
        } else if (knoop instanceof Knoop.Tekst tekst) {
            naam = Optional.of(tekst);
        } else {
            throw new Yamlbouw.Stop(knoop.plek(), "De naam van een veld is een woord, en geen lijst of blok.");
        }
    }

    private void put(Knoop.Tekst sleutel, Knoop waarde) {
        Knoop.Lid eerder = leden.putIfAbsent(sleutel.waarde(), new Knoop.Lid(sleutel.plek(), waarde));
        if (eerder != null) {
            fouten.add(new Leesfout(
                    Leesfout.DUBBEL,
                    Wijzer.into(pointer, sleutel.waarde()),
                    sleutel.plek(),
                    "De naam " + Citaat.of(sleutel.waarde()) + " staat hier voor de tweede keer (eerder: "
                            + eerder.plek().tekst() + "). Houd er een over."));
        }
    }

    Knoop close() {
        int grootte = (int) Math.min(omvang, Integer.MAX_VALUE);
        return kaart ? new Knoop.Kaart(leden, grootte, plek) : new Knoop.Lijst(items, grootte, plek);
    }
}

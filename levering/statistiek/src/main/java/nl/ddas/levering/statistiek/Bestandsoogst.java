// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.ToetsOntvanger;

/// Keeps of a checked file what combining and the indicator need.
final class Bestandsoogst implements ToetsOntvanger {
    static final Kop GEEN_KOP = new Kop(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    static final Meta GEEN_META = new Meta(List.of(), false);

    private final Persoonsherkenner herkenner;
    private final CombineerOntvanger ontvanger;
    private final String bestand;
    private final List<Bronrecord> records = new ArrayList<>();
    private final List<Meta> metas = new ArrayList<>();
    // The same few sets of findings come back all the time: each is kept once.
    private final Map<Meta, Meta> bekend = new HashMap<>();
    private final Herkomstvolger herkomst = new Herkomstvolger();
    private Bronplaats.Bericht bericht;

    /// What the check said about one traject.
    record Meta(List<Bijdrage.Vondst> vondsten, boolean geweigerd) {}

    Bestandsoogst(String bestand, Persoonsherkenner herkenner, CombineerOntvanger ontvanger) {
        this.bestand = bestand;
        this.herkenner = herkenner;
        this.ontvanger = ontvanger;
        bericht = Bronplaats.Bericht.bestand(bestand);
    }

    @Override
    public void kop(Kop kop) {
        herkomst.kop(kop);
    }

    @Override
    public void levering(int index, LeveringKop kop) {
        herkomst.levering(kop);
    }

    @Override
    public void bevinding(Bevinding bevinding) {
        herkomst.bevinding(bevinding);
        ontvanger.bevinding(bestand, bevinding);
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek, List<Bevinding> bevindingen, boolean geweigerd) {
        bericht = Combineergang.bericht(bericht, plek);
        records.add(Bronrecord.van(
                new Bronplaats(bericht, plek.levering(), plek.index()), herkomst.herkomst(), traject, herkenner));
        metas.add(bekend.computeIfAbsent(new Meta(Bijdrage.Vondst.van(bevindingen), geweigerd), meta -> meta));
    }

    List<Bronrecord> records() {
        return records;
    }

    /// In the order of [#records()].
    List<Meta> metas() {
        return metas;
    }

    /// Whether a blocking Bevinding refuses the whole message.
    boolean isBerichtGeweigerd() {
        return herkomst.isBerichtGeweigerd();
    }
}

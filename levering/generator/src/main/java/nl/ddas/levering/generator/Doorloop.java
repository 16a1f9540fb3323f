// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Organisatie;
import org.jspecify.annotations.Nullable;

/// Walks all trajecten of a supplier in a period, in the order of delivery, holding one at a time. A levering
/// without trajecten is passed over and gets no number.
final class Doorloop implements Iterator<Doorloop.Vondst> {

    /// One traject at its place in the delivery.
    ///
    /// @param plan index of the levering in the plan, which counts the empty ones too
    record Vondst(int plan, int levering, int index, LeveringKop kop, Gemeente gemeente, Geval geval, Rol rol) {}

    private final Wereld wereld;
    private final Leveranciersplan plan;
    private final int van;
    private final int totEnMet;

    private int bijPlan = -1;
    private Iterator<Blik> blikken = Collections.emptyIterator();
    private @Nullable Blik blik;
    private int plek;
    private Iterator<Geval> gevallen = Collections.emptyIterator();
    private int levering = -1;
    private int index;
    private LeveringKop kop = new LeveringKop(Optional.empty(), Organisatie.LEEG);
    private boolean nieuw = true;
    private @Nullable Vondst volgende;

    Doorloop(Wereld wereld, Leveranciersplan plan, Tijdvak tijdvak) {
        this.wereld = wereld;
        this.plan = plan;
        this.van = Dagen.dag(tijdvak.start());
        this.totEnMet = Dagen.dag(tijdvak.eind());
        this.volgende = zoek();
    }

    @Override
    public boolean hasNext() {
        return volgende != null;
    }

    @Override
    public Vondst next() {
        Vondst vondst = volgende;
        if (vondst == null) {
            throw new NoSuchElementException();
        }
        volgende = zoek();
        return vondst;
    }

    private @Nullable Vondst zoek() {
        while (true) {
            if (gevallen.hasNext()) {
                Vondst vondst = bekijk(gevallen.next());
                if (vondst != null) {
                    return vondst;
                }
            } else if (blik != null && plek < blik.stroom().aantal()) {
                gevallen = wereld.gevallen(blik.stroom(), plek++, van, totEnMet).iterator();
            } else if (blikken.hasNext()) {
                blik = blikken.next();
                plek = 0;
            } else if (++bijPlan < plan.leveringen().size()) {
                blikken = plan.leveringen().get(bijPlan).blikken().iterator();
                blik = null;
                nieuw = true;
            } else {
                return null;
            }
        }
    }

    private @Nullable Vondst bekijk(Geval geval) {
        if (blik == null) {
            return null;
        }
        Optional<Rol> rol = Rol.van(blik.kant(), geval.deling()).filter(r -> r.start(geval.verloop()) <= totEnMet);
        if (rol.isEmpty()) {
            return null;
        }
        Leveringplan bij = plan.leveringen().get(bijPlan);
        if (nieuw) {
            nieuw = false;
            levering++;
            index = 0;
            kop = new LeveringKop(Optional.of(levering + 1L), bij.organisatie());
        }
        return new Vondst(bijPlan, levering, index++, kop, bij.gemeente(), geval, rol.get());
    }
}

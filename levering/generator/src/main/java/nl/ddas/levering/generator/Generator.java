// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Moment;
import nl.ddas.levering.model.Schuldhulptraject;

/// Gives the trajecten of a supplier in a period as a stream, without a file and one at a time: a source for
/// the supplier's API, and what [Schrijver] writes to files. Holds no state; the same question gets the same
/// answer.
public final class Generator {

    private final Zaad zaad;
    private final Huishouden huishouden;

    /// @param zaad seed of the world, see [Stelsel#zaad]
    public Generator(long zaad) {
        this.zaad = new Zaad(Zaad.meng(zaad));
        this.huishouden = new Huishouden(new Bsns(this.zaad));
    }

    /// The header of the delivery.
    public static Kop kop(Leveranciersplan plan, Tijdvak tijdvak) {
        OffsetDateTime geleverd = tijdvak.geleverdNa(plan.leverdag()).aanlevermoment();
        Moment moment = new Moment(geleverd, Optional.of(geleverd.getOffset().getId()));
        return new Kop(
                Optional.of(tijdvak.start()),
                Optional.of(tijdvak.eind()),
                Optional.of(moment),
                Optional.of(plan.codeGegevensleverancier()));
    }

    /// All trajecten of the supplier that overlap the period, as known at the moment of delivery, without
    /// errors. Ordered by levering; lazy, in constant memory.
    public Stream<Geleverd> trajecten(Leveranciersplan plan, Tijdvak tijdvak) {
        Trajectstand opname = opname(tijdvak);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                doorloop(plan, tijdvak), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .map(v -> new Geleverd(v.levering(), v.kop(), traject(opname, v)));
    }

    /// The number of trajecten that [#trajecten] gives, counted without making them.
    public long aantal(Leveranciersplan plan, Tijdvak tijdvak) {
        long aantal = 0;
        for (Iterator<?> alle = doorloop(plan, tijdvak); alle.hasNext(); alle.next()) {
            aantal++;
        }
        return aantal;
    }

    Doorloop doorloop(Leveranciersplan plan, Tijdvak tijdvak) {
        return new Doorloop(new Wereld(zaad), plan, tijdvak);
    }

    Trajectstand opname(Tijdvak tijdvak) {
        return new Trajectstand(huishouden, Dagen.dag(tijdvak.peildatum()));
    }

    static Schuldhulptraject traject(Trajectstand opname, Doorloop.Vondst vondst) {
        return opname.van(vondst.geval(), vondst.rol(), vondst.gemeente());
    }
}

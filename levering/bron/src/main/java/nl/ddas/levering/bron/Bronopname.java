// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.bron.Momentopnamemaker.Reden;
import nl.ddas.levering.bron.Momentopnamemaker.Uitkomst;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// A snapshot being made: writes the trajecten that touch the period, compact, one behind the other.
final class Bronopname implements BronOntvanger {

    private static final int MEESTE_FOUTEN = 20;

    private final Aanleverperiode periode;
    private final BijVormfouten bijVormfouten;
    private final OutputStream uit;
    private final IndexOpbouw index = new IndexOpbouw();
    private final List<Bronfout> fouten = new ArrayList<>();
    private long vormfouten;
    private long onleesbaar;
    private boolean overslaan;
    private Optional<String> software = Optional.empty();
    private byte[] doel = new byte[8 * 1024];

    Bronopname(Aanleverperiode periode, BijVormfouten bijVormfouten, OutputStream uit) {
        this.periode = periode;
        this.bijVormfouten = bijVormfouten;
        this.uit = uit;
    }

    @Override
    public void software(String code) {
        software = Optional.of(code);
    }

    @Override
    public void levering(Aanleverperiode vanBron, LeveringKop kop) {
        overslaan = !vanBron.overlapt(periode);
        if (!overslaan) {
            index.levering(vanBron, kop);
        }
    }

    @Override
    public void traject(Kenmerken kenmerken, byte[] venster, int begin, int lengte) throws IOException {
        // A refused snapshot is read on, to count its faults, but there is no use in writing it.
        if (overslaan || isGeweigerd() || !kenmerken.raakt(periode)) {
            return;
        }
        if (doel.length < lengte) {
            doel = new byte[lengte + lengte / 2];
        }
        int compact = Compact.kopieer(venster, begin, lengte, doel, 0);
        uit.write(doel, 0, compact);
        index.traject(kenmerken, compact);
    }

    @Override
    public void vormfout(Bronfout fout) {
        vormfouten++;
        bewaar(fout);
    }

    @Override
    public void onleesbaar(Bronfout fout) {
        onleesbaar++;
        bewaar(fout);
    }

    private void bewaar(Bronfout fout) {
        if (fouten.size() < MEESTE_FOUTEN) {
            fouten.add(fout);
        }
    }

    private boolean isGeweigerd() {
        return onleesbaar > 0 || (vormfouten > 0 && bijVormfouten == BijVormfouten.WEIGEREN);
    }

    /// Why this cannot become a snapshot, empty when it can.
    Optional<Uitkomst.Mislukt> mislukt() {
        if (isGeweigerd()) {
            Reden reden = onleesbaar > 0 ? Reden.ONLEESBAAR : Reden.VORMFOUTEN;
            return Optional.of(new Uitkomst.Mislukt(reden, List.copyOf(fouten), vormfouten + onleesbaar));
        }
        return index.isLeeg() ? Optional.of(new Uitkomst.Mislukt(Reden.GEEN_GEGEVENS, List.of(), 0)) : Optional.empty();
    }

    /// Name and version of the software that the source named.
    Optional<String> software() {
        return software;
    }

    /// How many elements of the source break the schema.
    long vormfouten() {
        return vormfouten;
    }

    /// @param gebruikt the software that the deliveries name
    MomentopnameIndex index(OffsetDateTime moment, String gebruikt) {
        return index.klaar(periode, moment, gebruikt);
    }
}

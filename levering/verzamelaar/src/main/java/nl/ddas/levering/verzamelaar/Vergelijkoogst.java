// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Sleutelaar;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Vorige;

/// Keeps of a checked delivery what the next one is compared with: counts a organisation, and a line for each traject
/// that still runs. Refused trajecten count too: they were delivered.
final class Vergelijkoogst implements ToetsOntvanger {

    /// The columns of a line, in order; the first is not in it.
    static final String KOLOMMEN = "inlezing, organisatie, sleutel";

    private final Vergelijksleutel sleutel;
    private final Sleutelaar sleutelaar;
    private final OutputStream regels;
    private final Map<Long, Long> aantallen = new TreeMap<>();
    private long organisatie;

    Vergelijkoogst(Vergelijksleutel sleutel, OutputStream regels) {
        this.sleutel = sleutel;
        this.sleutelaar = sleutel.sleutelaar();
        this.regels = regels;
    }

    @Override
    public void levering(int index, LeveringKop kop) {
        organisatie = sleutel.organisatie(Vorige.organisatie(kop.aanleverendeOrganisatie()));
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek, List<Bevinding> bevindingen, boolean geweigerd) {
        aantallen.merge(organisatie, 1L, Long::sum);
        long zelfde = traject.einddatum().isEmpty() ? sleutelaar.traject(traject) : 0;
        if (zelfde == 0) {
            return;
        }
        try {
            regels.write((organisatie + "\t" + zelfde + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException vol) {
            throw new UncheckedIOException(vol);
        }
    }

    /// Trajecten by organisation.
    Map<Long, Long> aantallen() {
        return aantallen;
    }
}

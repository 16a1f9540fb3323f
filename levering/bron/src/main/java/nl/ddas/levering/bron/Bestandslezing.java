// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Toonbaar;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.model.Vormfout;

/// Passes one file on to the snapshot, without the leveringen that a newer file replaces.
final class Bestandslezing implements BerichtOntvanger {

    private final Bestandsoverzicht overzicht;
    private final Set<Integer> vervallen;
    private final BronOntvanger ontvanger;

    Bestandslezing(Bestandsoverzicht overzicht, Set<Integer> vervallen, BronOntvanger ontvanger) {
        this.overzicht = overzicht;
        this.vervallen = vervallen;
        this.ontvanger = ontvanger;
    }

    @Override
    public void kop(Kop kop) {
        kop.codeGegevensleverancier().ifPresent(ontvanger::software);
    }

    @Override
    public void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {
        if (!vervallen.contains(index)) {
            geefDoor(() -> ontvanger.levering(overzicht.periode().orElseThrow(), kop));
        }
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek) {
        if (!vervallen.contains(plek.levering())) {
            geefDoor(() -> ontvanger.traject(Kenmerken.van(traject), plek.venster(), plek.begin(), plek.lengte()));
        }
    }

    @Override
    public void vormfout(Vormfout fout) {
        if (vervallen.stream().anyMatch(index -> ligtIn(index, fout.plaats().pointer()))) {
            return;
        }
        ontvanger.vormfout(new Bronfout(
                overzicht.naam(),
                (fout.plaats().pointer().isEmpty()
                                ? ""
                                : Toonbaar.pad(fout.plaats().pointer()) + ", ") + "regel "
                        + fout.plaats().regel(),
                fout.reden()));
    }

    private static boolean ligtIn(int levering, String pointer) {
        return (pointer + "/").startsWith("/leveringen/" + levering + "/");
    }

    private interface Werk {
        void doe() throws IOException;
    }

    private static void geefDoor(Werk werk) {
        try {
            werk.doe();
        } catch (IOException stuk) {
            throw new UncheckedIOException(stuk);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.statistiek.Bijdrage.Vondst;
import nl.ddas.levering.statistiek.Bronplaats;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.statistiek.Herkomstvolger;
import nl.ddas.levering.statistiek.Persoonsherkenner;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.verslag.Telwerk;

/// Hands on the findings of a delivery, and writes each traject that is not refused as a line to read in.
final class Inleesoogst implements ToetsOntvanger {

    /// @param telwerk counts everything
    /// @param alles keeps every finding
    /// @param vergelijk keeps what the next delivery is compared with
    record Meelezers(Telwerk telwerk, ToetsOntvanger alles, ToetsOntvanger vergelijk) {}

    private static final int MELD_ELKE = 1000;

    private final String levering;
    private final Meelezers meelezers;
    private final OutputStream regels;
    private final Persoonsherkenner herkenner;
    private final Ontdaan ontdaan;
    private final Voortgang voortgang;
    private final Herkomstvolger herkomst = new Herkomstvolger();

    private Bronplaats.Bericht bericht;
    private byte[] inhoud = new byte[0];
    private long trajecten;

    /// @param levering name of the supplier
    Inleesoogst(
            String levering,
            Meelezers meelezers,
            OutputStream regels,
            Persoonsherkenner herkenner,
            Ontdaan ontdaan,
            Voortgang voortgang) {
        this.levering = levering;
        this.meelezers = meelezers;
        this.regels = regels;
        this.herkenner = herkenner;
        this.ontdaan = ontdaan;
        this.voortgang = voortgang;
        this.bericht = new Bronplaats.Bericht(levering, 0, "/gegevens");
    }

    @Override
    public void kop(Kop kop) {
        // Comes once for each page.
        bericht = new Bronplaats.Bericht(levering, bericht.pagina() + 1, "/gegevens");
        herkomst.kop(kop);
    }

    @Override
    public void levering(int index, LeveringKop kop) {
        herkomst.levering(kop);
        meelezers.telwerk().levering(index, kop);
        meelezers.vergelijk().levering(index, kop);
    }

    @Override
    public void bevinding(Bevinding bevinding) {
        herkomst.bevinding(bevinding);
        meelezers.telwerk().bevinding(bevinding);
        meelezers.alles().bevinding(bevinding);
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek, List<Bevinding> gevonden, boolean geweigerd) {
        meelezers.telwerk().traject(traject, plek, gevonden, geweigerd);
        meelezers.vergelijk().traject(traject, plek, gevonden, geweigerd);
        trajecten++;
        if (trajecten % MELD_ELKE == 0) {
            voortgang.getoetst(levering, trajecten);
        }
        if (geweigerd) {
            return;
        }
        Bronrecord record = Bronrecord.van(
                new Bronplaats(bericht, plek.levering(), plek.index()), herkomst.herkomst(), traject, herkenner);
        try {
            Inleesregel.schrijf(record, Vondst.van(gevonden), ontdaan.van(traject), regels);
        } catch (IOException vol) {
            throw new UncheckedIOException(vol);
        }
    }

    @Override
    public void inhoud(byte[] sha256) {
        inhoud = sha256;
    }

    boolean isBerichtGeweigerd() {
        return herkomst.isBerichtGeweigerd();
    }

    byte[] inhoud() {
        return inhoud;
    }
}

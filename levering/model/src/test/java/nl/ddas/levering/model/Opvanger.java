// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps everything that a reading hands over, also as one list of lines in the order of the calls.
final class Opvanger implements BerichtOntvanger {

    static final BerichtLezer LEZER = BerichtLezer.metEigenSchemas();

    final List<Kop> koppen = new ArrayList<>();
    final List<LeveringKop> leveringen = new ArrayList<>();
    final List<Schuldhulptraject> trajecten = new ArrayList<>();
    final List<String> ruw = new ArrayList<>();
    final List<TrajectPlek> plekken = new ArrayList<>();
    final List<Vormfout> fouten = new ArrayList<>();
    final List<Afwijking> afwijkingen = new ArrayList<>();
    final List<Plaats> plaatsen = new ArrayList<>();
    final List<Paginering> pagineringen = new ArrayList<>();
    final List<Omzetting> omzettingen = new ArrayList<>();
    final List<Plaats> omzetplaatsen = new ArrayList<>();
    final List<String> verloop = new ArrayList<>();
    Lezing lezing = new Lezing.Gelezen(Optional.empty(), new Lezing.Aantallen(0, 0, 0, 0), false);

    static Opvanger lees(String bericht) {
        return lees(bericht.getBytes(StandardCharsets.UTF_8));
    }

    static Opvanger lees(byte[] bericht) {
        return lees(LEZER, () -> new ByteArrayInputStream(bericht));
    }

    static Opvanger lees(BerichtLezer lezer, Bron bron) {
        Opvanger opvanger = new Opvanger();
        try {
            opvanger.lezing = lezer.lees(bron, opvanger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return opvanger;
    }

    Lezing.GeenJson geenJson() {
        return (Lezing.GeenJson) lezing;
    }

    Versie versie() {
        return ((Lezing.Gelezen) lezing).versie().orElseThrow();
    }

    @Override
    public void kop(Kop kop) {
        koppen.add(kop);
        verloop.add("kop " + kop);
    }

    @Override
    public void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {
        leveringen.add(kop);
        verloop.add("levering " + index + " " + kop.teller() + " " + heeftTrajecten + " " + pointer);
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek) {
        trajecten.add(traject);
        plekken.add(plek);
        String bytes = new String(plek.bytes(), StandardCharsets.UTF_8);
        ruw.add(bytes);
        verloop.add("traject " + plek.pointer() + " " + plek.positie() + " " + plek.regel() + " " + bytes);
    }

    @Override
    public void omzetting(Omzetting omzetting, Plaats plaats) {
        omzettingen.add(omzetting);
        omzetplaatsen.add(plaats);
        verloop.add("omzetting " + omzetting + " " + plaats);
    }

    @Override
    public void vormfout(Vormfout fout) {
        fouten.add(fout);
        verloop.add("vormfout " + fout);
    }

    @Override
    public void afwijking(Afwijking afwijking, Plaats plaats) {
        afwijkingen.add(afwijking);
        plaatsen.add(plaats);
        verloop.add("afwijking " + afwijking + " " + plaats);
    }

    @Override
    public void paginering(Paginering paginering) {
        pagineringen.add(paginering);
        verloop.add("paginering " + paginering);
    }
}

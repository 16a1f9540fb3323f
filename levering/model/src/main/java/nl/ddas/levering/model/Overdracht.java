// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.OptionalInt;

/// Hands over to the receiver, counts, and knows whether an exception came from the receiver or from the message.
final class Overdracht implements Vormmelder, Afwijkmelder {

    private final BerichtOntvanger ontvanger;
    private final OptionalInt pagina;
    private final Telling telling = new Telling();
    private Pad pad = new Pad();
    private boolean bezig;
    private boolean kopGegeven;

    Overdracht(BerichtOntvanger ontvanger, Plaats begin) {
        this.ontvanger = ontvanger;
        this.pagina = begin.pagina();
    }

    void volg(Pad weg) {
        pad = weg;
    }

    /// Whether the receiver has been called and did not return: what was thrown is then its own.
    boolean isBezig() {
        return bezig;
    }

    Lezing.Aantallen aantallen() {
        return telling.aantallen();
    }

    Plaats plaats(Positie plek) {
        return plaats(pad.pointer(), plek);
    }

    boolean isKopGegeven() {
        return kopGegeven;
    }

    void kop(Kop kop) {
        kopGegeven = true;
        geef(() -> ontvanger.kop(kop));
    }

    void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {
        telling.leveringen++;
        geef(() -> ontvanger.levering(index, kop, heeftTrajecten, pointer));
    }

    void traject(Schuldhulptraject traject, TrajectPlek plek) {
        telling.trajecten++;
        telling.clienten += traject.client().size();
        geef(() -> ontvanger.traject(traject, plek));
    }

    /// @param basis pointer of what `omzetting` is below
    void omzetting(Omzetting omzetting, String basis, Positie plek) {
        geef(() -> ontvanger.omzetting(omzetting, plaats(basis + omzetting.pad(), plek)));
    }

    void paginering(Paginering paginering) {
        geef(() -> ontvanger.paginering(paginering));
    }

    @Override
    public void meld(Vormfout.Soort soort, String pointer, Positie plek, String verwacht, String gevonden) {
        telling.vormfouten++;
        geef(() -> ontvanger.vormfout(new Vormfout(plaats(pointer, plek), soort, verwacht, gevonden)));
    }

    @Override
    public void meld(Afwijking afwijking, Positie plek) {
        geef(() -> ontvanger.afwijking(afwijking, plaats(plek)));
    }

    private void geef(Runnable overdracht) {
        bezig = true;
        overdracht.run();
        bezig = false;
    }

    private Plaats plaats(String pointer, Positie plek) {
        return new Plaats(pagina, pointer, plek.regel(), plek.offset());
    }
}

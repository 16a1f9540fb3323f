// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Omzetting;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Paginering;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.model.Vormfout;

/// One check of one delivery: receives what the reader reads, in order, runs the table of rules over it and
/// hands the Bevindingen on. All of it on one thread.
final class Toetsloop implements BerichtOntvanger, AutoCloseable {

    private static final Kop GEEN_KOP = new Kop(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final LeveringKop GEEN_LEVERING = new LeveringKop(Optional.empty(), Organisatie.LEEG);

    private final Verwachting verwachting;
    private final Vorige vorige;
    private final ToetsOntvanger ontvanger;
    private final Catalogus catalogus;
    private final Gemeenten gemeenten;
    private final Vondsten vondsten;
    private final Melder melder;
    private final Omzettingen omzettingen = new Omzettingen();
    private final Plaatsboek plaatsboek;
    private final Kruistelling kruistelling;
    private final Leveringen leveringen;
    private final Paginatelling paginatelling;
    private final Telling telling = new Telling();
    private final Optional<Inhoud> inhoud;

    private int pagina;
    private Kop kop = GEEN_KOP;
    private Omgeving omgeving;

    /// @param inGeheugen trajecten whose places and persons are kept in memory; the rest goes to disk
    /// @param sleutelaar makes the keys under which persons are compared
    Toetsloop(Toetsvraag vraag, Regelset regelset, Werkmap werkmap, int inGeheugen, Sleutelaar sleutelaar) {
        this.verwachting = vraag.verwachting();
        this.vorige = vraag.vorige();
        this.inhoud = vorige == Vorige.GEEN ? Optional.empty() : Optional.of(new Inhoud());
        this.ontvanger = vraag.ontvanger();
        this.catalogus = regelset.catalogus();
        this.gemeenten = regelset.gemeenten();
        this.vondsten = new Vondsten(catalogus);
        this.plaatsboek = new Plaatsboek(werkmap, inGeheugen);
        this.melder = new Melder(vraag, vondsten, telling, plaatsboek);
        this.kruistelling = new Kruistelling(werkmap, inGeheugen, sleutelaar);
        this.leveringen =
                new Leveringen(vorige, vondsten, melder, telling, new Vermissing(vorige, werkmap, inGeheugen));
        this.paginatelling = new Paginatelling(vraag.paginas().size());
        this.omgeving = Omgeving.van(kop, GEEN_LEVERING, verwachting, gemeenten);
    }

    @Override
    public void kop(Kop nieuw) {
        ontvanger.kop(nieuw);
        if (pagina == 0 && inhoud.isPresent()) {
            inhoud.get().kop(nieuw);
        }
        if (pagina > 0 && nieuw.equals(kop)) {
            return;
        }
        kop = nieuw;
        omgeving = Omgeving.van(kop, GEEN_LEVERING, verwachting, gemeenten);
        vondsten.pasToe(Regels.BERICHT, kop, "", omgeving);
        melder.geefKop(new Kopplek.Bericht(pagina));
    }

    @Override
    public void levering(int index, LeveringKop nieuw, boolean heeftTrajecten, String pointer) {
        melder.onthoud(pagina, pointer);
        if (!leveringen.gaatVerder(pagina, nieuw)) {
            omgeving = Omgeving.van(kop, nieuw, verwachting, gemeenten);
            leveringen.open(new Kopplek.Levering(pagina, index, pointer), omgeving, heeftTrajecten);
            inhoud.ifPresent(digest -> digest.levering(nieuw));
        }
        ontvanger.levering(index, nieuw);
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek) {
        vondsten.pasToe(Regels.TRAJECT, traject, "", omgeving);
        for (int i = 0; i < traject.client().size(); i++) {
            Persoon persoon = new Persoon(traject.client().get(i), i, traject);
            vondsten.pasToe(Regels.CLIENT, persoon, i == 0 ? "/client/0" : "/client/" + i, omgeving);
        }
        tel(traject, plek);
        boolean geweigerd = leveringen.isGeweigerd();
        List<Bevinding> bevindingen = melder.geefTraject(pagina, plek);
        for (Bevinding bevinding : bevindingen) {
            geweigerd |= bevinding.ernst() == Ernst.BLOKKEREND && bevinding.geldtVoor() == GeldtVoor.TRAJECT;
        }
        if (geweigerd) {
            telling.geweigerdTraject();
        }
        ontvanger.traject(traject, plek, bevindingen, geweigerd);
    }

    private void tel(Schuldhulptraject traject, TrajectPlek plek) {
        telling.traject(traject.client().size());
        paginatelling.traject();
        if (inhoud.isPresent()) {
            inhoud.get().traject(plek);
        }
        try {
            int nummer = plaatsboek.noteer(
                    new Plaatsboek.Plek(pagina, plek.levering(), plek.index(), plek.regel(), plek.positie()));
            kruistelling.tel(traject, nummer, leveringen.nummer());
            leveringen.tel(traject);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void omzetting(Omzetting omzetting, Plaats plaats) {
        omzettingen.tel(omzetting);
        Traject waar = Traject.van(plaats.pointer());
        if (waar.index().isEmpty() && omzetting.soort() == Omzetting.Soort.HERNOEMD) {
            melder.hernoemd(omzetting, plaats);
        }
        if (omzetting.isOnzeker()) {
            vondsten.meldCodeVariant("A-04", "onzeker", "", "uitleg", omzetting.uitleg());
            melder.geef(plaats, waar);
        }
    }

    @Override
    public void vormfout(Vormfout fout) {
        melder.geef(
                Leesfouten.vormfout(catalogus, fout, Traject.van(fout.plaats().pointer())));
    }

    @Override
    public void afwijking(Afwijking afwijking, Plaats plaats) {
        String eigenaar = Veldnamen.object(plaats.pointer(), "bericht");
        Tekstregels.afwijking(afwijking, eigenaar, vondsten);
        Traject waar = Traject.van(plaats.pointer());
        melder.geef(plaats, waar);
    }

    @Override
    public void paginering(Paginering paginering) {
        paginatelling.paginering(paginering);
    }

    /// After the last call about a message.
    void eindePagina(Lezing lezing) {
        Leesfouten.lezing(lezing, omzettingen, vondsten);
        omzettingen.wis();
        Plaats begin = melder.begin(pagina);
        Plaats plaats =
                switch (lezing) {
                    case Lezing.Gelezen gelezen -> begin;
                    case Lezing.GeenUtf8 fout -> fout.plaats();
                    case Lezing.GeenJson fout -> fout.plaats();
                };
        if (lezing instanceof Lezing.Gelezen gelezen) {
            gelezen.versie().ifPresent(telling::gelezen);
        } else {
            telling.onleesbaar();
        }
        melder.geef(plaats, new Traject(OptionalInt.empty(), OptionalInt.empty()));
        paginatelling.besluitPagina(pagina + 1, "/paginering", vondsten);
        melder.geefKop(new Kopplek.Bericht(pagina));
        pagina++;
        leveringen.volgendePagina();
    }

    /// After the last message: what only the whole delivery shows.
    Oordeel besluit() throws IOException {
        leveringen.sluit();
        pagina = Math.max(0, pagina - 1);
        paginatelling.besluit(!telling.isOnleesbaar(), vondsten);
        melder.geefKop(new Kopplek.Bericht(0));
        kruistelling.besluit(melder::geefKruis);
        leveringen.besluit();
        if (inhoud.isPresent()) {
            vergelijkInhoud(inhoud.get().uitkomst());
        }
        return telling.oordeel();
    }

    private void vergelijkInhoud(byte[] sha256) {
        Optional<Instant> eerder = vorige.eerderAangeleverd(sha256);
        if (eerder.isPresent()) {
            vondsten.meldCode(
                    "A-18",
                    "",
                    "moment",
                    eerder.get().atZone(Tijdzone.NEDERLAND).toOffsetDateTime());
            melder.geefKop(new Kopplek.Bericht(0));
        }
        ontvanger.inhoud(sha256);
    }

    @Override
    public void close() {
        melder.close();
    }
}

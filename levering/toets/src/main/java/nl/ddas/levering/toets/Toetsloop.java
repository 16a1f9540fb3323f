// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.model.VeldZoeker;
import nl.ddas.levering.model.Vormfout;

/// One check of one delivery: receives what the reader reads, in order, runs the table of rules over it and
/// hands the Bevindingen on. All of it on one thread.
final class Toetsloop implements BerichtOntvanger, AutoCloseable {

    private static final Kop GEEN_KOP = new Kop(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final LeveringKop GEEN_LEVERING = new LeveringKop(Optional.empty(), Organisatie.LEEG);

    private final List<Pagina> paginas;
    private final Verwachting verwachting;
    private final Vorige vorige;
    private final ToetsOntvanger ontvanger;
    private final Catalogus catalogus;
    private final Gemeenten gemeenten;
    private final Vondsten vondsten;
    private final Plaatsen plaatsen;
    private final Omzettingen omzettingen = new Omzettingen();
    private final Plaatsboek plaatsboek;
    private final Kruistelling kruistelling;
    private final Vermissing vermissing;
    private final Paginatelling paginatelling;
    private final Telling telling = new Telling();
    private final Optional<Inhoud> inhoud;
    private final List<String> voorvoegsels = new ArrayList<>();
    private final Map<String, Leveringstand> perOrganisatie = new LinkedHashMap<>();

    private int pagina;
    private boolean eersteLeveringVanPagina = true;
    private Kop kop = GEEN_KOP;
    private Omgeving omgeving;
    private Optional<Leveringstand> levering = Optional.empty();
    private long verwachteTeller = 1;

    Toetsloop(
            List<Pagina> paginas,
            Verwachting verwachting,
            Vorige vorige,
            ToetsOntvanger ontvanger,
            Regelset regelset,
            Werkmap werkmap,
            int inGeheugen,
            Sleutelaar sleutelaar) {
        this.paginas = paginas;
        this.verwachting = verwachting;
        this.vorige = vorige;
        this.inhoud = vorige == Vorige.GEEN ? Optional.empty() : Optional.of(new Inhoud());
        this.ontvanger = ontvanger;
        this.catalogus = regelset.catalogus();
        this.gemeenten = regelset.gemeenten();
        this.vondsten = new Vondsten(catalogus);
        this.plaatsen = new Plaatsen(paginas);
        this.plaatsboek = new Plaatsboek(werkmap, inGeheugen);
        this.kruistelling = new Kruistelling(werkmap, inGeheugen, sleutelaar);
        this.vermissing = new Vermissing(vorige, werkmap, inGeheugen);
        this.paginatelling = new Paginatelling(paginas.size());
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
        geefKop(-1, "");
    }

    @Override
    public void levering(int index, LeveringKop nieuw, boolean heeftTrajecten, String pointer) {
        onthoudVoorvoegsel(pointer);
        boolean vervolg = pagina > 0
                && eersteLeveringVanPagina
                && levering.isPresent()
                && levering.get().kop().equals(nieuw);
        eersteLeveringVanPagina = false;
        if (!vervolg) {
            sluitLevering();
            openLevering(index, nieuw, heeftTrajecten, pointer);
        }
        ontvanger.levering(index, nieuw);
    }

    private void openLevering(int index, LeveringKop nieuw, boolean heeftTrajecten, String pointer) {
        omgeving = Omgeving.van(kop, nieuw, verwachting, gemeenten);
        if (nieuw.teller().isPresent() && nieuw.teller().get() != verwachteTeller) {
            vondsten.meldCode("L-01", "/teller", "waarde", nieuw.teller().get(), "verwacht", verwachteTeller);
        }
        verwachteTeller = nieuw.teller().orElse(verwachteTeller) + 1;
        if (!heeftTrajecten) {
            vondsten.meldCode("L-02", "");
        }
        vondsten.pasToe(Regels.LEVERING, nieuw, "", omgeving);
        boolean geweigerd = geefKop(index, pointer);
        String organisatie = Vorige.organisatie(nieuw.aanleverendeOrganisatie());
        Leveringstand stand = new Leveringstand(
                pagina,
                index,
                pointer,
                (int) telling.leveringen,
                nieuw,
                omgeving,
                organisatie,
                geweigerd,
                heeftTrajecten,
                new Leveringtelling(omgeving));
        levering = Optional.of(stand);
        telling.leveringen++;
        inhoud.ifPresent(digest -> digest.levering(nieuw));
        if (vermissing.organisatie(organisatie)) {
            perOrganisatie.put(organisatie, stand);
        }
    }

    private void sluitLevering() {
        if (levering.isPresent()) {
            Leveringstand stand = levering.get();
            levering = Optional.empty();
            stand.besluit(vorige, vondsten);
            geef(stand.pagina(), stand.index(), stand.pointer());
        }
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek) {
        vondsten.pasToe(Regels.TRAJECT, traject, "", omgeving);
        for (int i = 0; i < traject.client().size(); i++) {
            Persoon persoon = new Persoon(traject.client().get(i), i, traject);
            vondsten.pasToe(Regels.CLIENT, persoon, i == 0 ? "/client/0" : "/client/" + i, omgeving);
        }
        tel(traject, plek);
        boolean geweigerd = levering.isPresent() && levering.get().geweigerd();
        List<Bevinding> bevindingen = List.of();
        if (!vondsten.isLeeg()) {
            bevindingen = bevindingen(vondsten.neem(), plek);
            for (Bevinding bevinding : bevindingen) {
                geef(bevinding);
                geweigerd |= bevinding.ernst() == Ernst.BLOKKEREND && bevinding.geldtVoor() == GeldtVoor.TRAJECT;
            }
        }
        telling.geweigerdeTrajecten += geweigerd ? 1 : 0;
        ontvanger.traject(traject, plek, bevindingen, geweigerd);
    }

    private void tel(Schuldhulptraject traject, TrajectPlek plek) {
        telling.trajecten++;
        telling.clienten += traject.client().size();
        paginatelling.traject();
        if (inhoud.isPresent()) {
            inhoud.get().traject(plek);
        }
        try {
            int nummer = plaatsboek.noteer(
                    new Plaatsboek.Plek(pagina, plek.levering(), plek.index(), plek.regel(), plek.positie()));
            kruistelling.tel(
                    traject, nummer, levering.isPresent() ? levering.get().nummer() : 0);
            if (levering.isPresent()) {
                levering.get().telling().tel(traject);
                vermissing.tel(traject, levering.get().organisatie());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Bevinding> bevindingen(List<Vondsten.Vondst> gevonden, TrajectPlek plek) {
        List<String> paden = gevonden.stream().map(Vondsten.Vondst::pad).toList();
        List<Plaats> gezocht = VeldZoeker.plaatsen(paginas.get(pagina).nummer(), plek, paden);
        List<Bevinding> bevindingen = new ArrayList<>(gevonden.size());
        for (int i = 0; i < gevonden.size(); i++) {
            bevindingen.add(bevinding(
                    gevonden.get(i), gezocht.get(i), OptionalInt.of(plek.levering()), OptionalInt.of(plek.index())));
        }
        return List.copyOf(bevindingen);
    }

    @Override
    public void omzetting(Omzetting omzetting, Plaats plaats) {
        omzettingen.tel(omzetting);
        Traject waar = Traject.van(plaats.pointer());
        if (waar.index().isEmpty() && omzetting.soort() == Omzetting.Soort.HERNOEMD) {
            plaatsen.hernoemd(omzetting, plaats);
        }
        if (omzetting.isOnzeker()) {
            vondsten.meldCodeVariant("A-04", "onzeker", "", "uitleg", omzetting.uitleg());
            geef(vondsten.neem(), plaats, waar.levering(), waar.index());
        }
    }

    @Override
    public void vormfout(Vormfout fout) {
        geef(Leesfouten.vormfout(catalogus, fout, Traject.van(fout.plaats().pointer())));
    }

    @Override
    public void afwijking(Afwijking afwijking, Plaats plaats) {
        String eigenaar = Veldnamen.object(plaats.pointer(), "bericht");
        Tekstregels.afwijking(afwijking, eigenaar, vondsten);
        Traject waar = Traject.van(plaats.pointer());
        geef(vondsten.neem(), plaats, waar.levering(), waar.index());
    }

    @Override
    public void paginering(Paginering paginering) {
        paginatelling.paginering(paginering);
    }

    /// After the last call about a message.
    void eindePagina(Lezing lezing) {
        Leesfouten.lezing(lezing, omzettingen, vondsten);
        omzettingen.wis();
        Plaats begin = Plaats.begin(paginas.get(pagina).nummer());
        Plaats plaats =
                switch (lezing) {
                    case Lezing.Gelezen gelezen -> begin;
                    case Lezing.GeenUtf8 fout -> fout.plaats();
                    case Lezing.GeenJson fout -> fout.plaats();
                };
        if (lezing instanceof Lezing.Gelezen gelezen) {
            telling.gelezen(gelezen.versie());
        } else {
            telling.onleesbaar();
        }
        geef(vondsten.neem(), plaats, OptionalInt.empty(), OptionalInt.empty());
        paginatelling.besluitPagina(pagina + 1, "/paginering", vondsten);
        geef(pagina, -1, "");
        pagina++;
        eersteLeveringVanPagina = true;
    }

    /// After the last message: what only the whole delivery shows.
    Oordeel besluit() throws IOException {
        sluitLevering();
        pagina = Math.max(0, pagina - 1);
        paginatelling.besluit(!telling.isOnleesbaar(), vondsten);
        geef(0, -1, "");
        kruistelling.besluit(this::geefKruis);
        Map<String, Long> vermist = vermissing.vermist();
        for (Leveringstand stand : perOrganisatie.values()) {
            long aantal = vermist.getOrDefault(stand.organisatie(), 0L);
            if (aantal > 0) {
                vondsten.meldCode("L-07", "", "aantal", aantal);
                geef(stand.pagina(), stand.index(), stand.pointer());
            }
        }
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
                    eerder.get().atZone(Omgeving.NEDERLAND).toOffsetDateTime());
            geef(0, -1, "");
        }
        ontvanger.inhoud(sha256);
    }

    private void geefKruis(Kruistelling.Melding melding) throws IOException {
        Plaatsboek.Plek plek = plaatsboek.zoek(melding.nummer());
        String client = melding.code().equals("L-05") ? "" : "/client/" + melding.client();
        if (melding.code().equals("L-05")) {
            int eerste = plaatsboek.zoek((int) melding.getal()).index();
            vondsten.meldCode("L-05", "", "a", eerste, "b", plek.index());
        } else if (melding.variant().isEmpty()) {
            vondsten.meldCode(melding.code(), client, "aantal", melding.getal());
        } else {
            vondsten.meldCodeVariant(melding.code(), melding.variant(), client);
        }
        String pointer = pointer(plek);
        for (Vondsten.Vondst vondst : vondsten.neem()) {
            Plaats plaats = new Plaats(
                    paginas.get(plek.pagina()).nummer(), pointer + vondst.pad(), plek.regel(), plek.positie());
            geef(bevinding(vondst, plaats, OptionalInt.of(plek.levering()), OptionalInt.of(plek.index())));
        }
    }

    /// Hands on what was reported about a header of this page; says whether the levering is refused.
    private boolean geefKop(int index, String pointer) {
        return geef(pagina, index, pointer);
    }

    private boolean geef(int bijPagina, int index, String pointer) {
        if (vondsten.isLeeg()) {
            return false;
        }
        boolean geweigerd = false;
        OptionalInt bijLevering = index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
        for (Vondsten.Vondst vondst : vondsten.neem()) {
            Plaats plaats;
            try {
                plaats = plaatsen.zoek(bijPagina, index, pointer + vondst.pad());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            Bevinding bevinding = bevinding(vondst, plaats, bijLevering, OptionalInt.empty());
            geweigerd |= bevinding.ernst() == Ernst.BLOKKEREND && bevinding.geldtVoor() == GeldtVoor.LEVERING;
            geef(bevinding);
        }
        return geweigerd;
    }

    private static Bevinding bevinding(
            Vondsten.Vondst vondst, Plaats plaats, OptionalInt levering, OptionalInt traject) {
        Controle controle = vondst.controle();
        return new Bevinding(
                controle.code(),
                controle.ernst(),
                controle.geldtVoor(),
                plaats,
                levering,
                traject,
                vondst.melding(),
                controle.advies());
    }

    private void geef(List<Vondsten.Vondst> gevonden, Plaats plaats, OptionalInt levering, OptionalInt traject) {
        gevonden.forEach(vondst -> geef(bevinding(vondst, plaats, levering, traject)));
    }

    private void geef(Bevinding bevinding) {
        telling.bevinding(bevinding);
        ontvanger.bevinding(bevinding);
    }

    private void onthoudVoorvoegsel(String pointer) {
        while (voorvoegsels.size() <= pagina) {
            boolean genummerd = pointer.matches(".*/leveringen/\\d+");
            voorvoegsels.add(genummerd ? pointer.substring(0, pointer.lastIndexOf('/') + 1) : pointer);
        }
    }

    /// A message of v0.8 has its trajecten at the root.
    private String pointer(Plaatsboek.Plek plek) {
        String voorvoegsel = voorvoegsels.get(plek.pagina());
        String levering = voorvoegsel.endsWith("/leveringen/") ? voorvoegsel + plek.levering() : voorvoegsel;
        return levering + "/schuldhulptrajecten/" + plek.index();
    }

    @Override
    public void close() {
        plaatsen.close();
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nl.ddas.levering.model.Omzetting;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.model.VeldZoeker;
import nl.ddas.presentation.Formats;

/// Turns what the rules report into Bevindingen with their place, counts them and hands them on.
final class Melder implements AutoCloseable {

    private final List<Pagina> paginas;
    private final ToetsOntvanger ontvanger;
    private final Vondsten vondsten;
    private final Telling telling;
    private final Plaatsen plaatsen;
    private final Plaatsboek plaatsboek;
    private final List<String> voorvoegsels = new ArrayList<>();

    Melder(Toetsvraag vraag, Vondsten vondsten, Telling telling, Plaatsboek plaatsboek) {
        this.paginas = vraag.paginas();
        this.ontvanger = vraag.ontvanger();
        this.vondsten = vondsten;
        this.telling = telling;
        this.plaatsen = new Plaatsen(paginas);
        this.plaatsboek = plaatsboek;
    }

    /// The start of a message.
    ///
    /// @param pagina index of the message, from 0
    Plaats begin(int pagina) {
        return paginas.get(pagina).begin();
    }

    /// Notes where the leveringen of a message stand: a message of v0.8 has its trajecten at the root.
    void onthoud(int pagina, String pointer) {
        while (voorvoegsels.size() <= pagina) {
            boolean genummerd = pointer.matches(".*/leveringen/\\d+");
            voorvoegsels.add(genummerd ? pointer.substring(0, pointer.lastIndexOf('/') + 1) : pointer);
        }
    }

    /// A field of a header has another name in this message.
    void hernoemd(Omzetting omzetting, Plaats plaats) {
        plaatsen.hernoemd(omzetting, plaats);
    }

    /// Hands on one Bevinding.
    void geef(Bevinding bevinding) {
        telling.bevinding(bevinding);
        ontvanger.bevinding(bevinding);
    }

    /// Hands on what was reported, all at one place.
    void geef(Plaats plaats, Traject waar) {
        for (Vondsten.Vondst vondst : vondsten.neem()) {
            geef(bevinding(vondst, plaats, waar.levering(), waar.index()));
        }
    }

    /// Hands on what was reported about a traject, each at its own place.
    List<Bevinding> geefTraject(int pagina, TrajectPlek plek) {
        if (vondsten.isLeeg()) {
            return List.of();
        }
        List<Vondsten.Vondst> gevonden = vondsten.neem();
        List<String> paden = gevonden.stream().map(Vondsten.Vondst::pad).toList();
        List<Plaats> gezocht = VeldZoeker.plaatsen(begin(pagina), plek, paden);
        List<Bevinding> bevindingen = new ArrayList<>(gevonden.size());
        for (int i = 0; i < gevonden.size(); i++) {
            Bevinding bevinding = bevinding(
                    gevonden.get(i), gezocht.get(i), OptionalInt.of(plek.levering()), OptionalInt.of(plek.index()));
            geef(bevinding);
            bevindingen.add(bevinding);
        }
        return List.copyOf(bevindingen);
    }

    /// Hands on what was reported about a header.
    ///
    /// @return whether the levering is refused by it
    boolean geefKop(Kopplek kop) {
        if (vondsten.isLeeg()) {
            return false;
        }
        boolean geweigerd = false;
        for (Vondsten.Vondst vondst : vondsten.neem()) {
            Bevinding bevinding = bevinding(vondst, zoek(kop, vondst.pad()), kop.levering(), OptionalInt.empty());
            geweigerd |= bevinding.ernst() == Ernst.BLOKKEREND && bevinding.geldtVoor() == GeldtVoor.LEVERING;
            geef(bevinding);
        }
        return geweigerd;
    }

    private Plaats zoek(Kopplek kop, String pad) {
        try {
            return plaatsen.zoek(kop, pad);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Hands on what two trajecten together showed.
    void geefKruis(Kruistelling.Melding melding) throws IOException {
        Plaatsboek.Plek plek = plaatsboek.zoek(melding.nummer());
        switch (melding) {
            case Kruistelling.DubbelTraject(int _, int eerste) ->
                vondsten.meldCode("L-05", "", "a", plaatsboek.zoek(eerste).index(), "b", plek.index());
            case Kruistelling.AndereGeboortedatum(int _, int client) -> vondsten.meldCode("K-12", pad(client));
            case Kruistelling.AnderGeslacht(int _, int client) ->
                vondsten.meldCodeVariant("K-12", "geslacht", pad(client));
            case Kruistelling.Aantal(int _, int client, String code, long aantal) ->
                vondsten.meldCode(code, pad(client), "aantal", Formats.number(aantal));
        }
        String pointer = pointer(plek);
        for (Vondsten.Vondst vondst : vondsten.neem()) {
            Plaats plaats = new Plaats(
                    paginas.get(plek.pagina()).nummer(), pointer + vondst.pad(), plek.regel(), plek.positie());
            geef(bevinding(vondst, plaats, OptionalInt.of(plek.levering()), OptionalInt.of(plek.index())));
        }
    }

    private static String pad(int client) {
        return "/client/" + client;
    }

    private String pointer(Plaatsboek.Plek plek) {
        String voorvoegsel = voorvoegsels.get(plek.pagina());
        String levering = voorvoegsel.endsWith("/leveringen/") ? voorvoegsel + plek.levering() : voorvoegsel;
        return levering + "/schuldhulptrajecten/" + plek.index();
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

    @Override
    public void close() {
        plaatsen.close();
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.logboek.extensie.Blok.Alinea;
import nl.ddas.logboek.extensie.Blok.Kop;
import nl.ddas.logboek.extensie.Blok.Opsomming;
import nl.ddas.logboek.extensie.Blok.Tabel;
import nl.ddas.logboek.extensie.Blok.Voorbeeld;
import nl.ddas.logboek.extensie.Document.Doel;
import nl.ddas.logboek.extensie.Document.Versiebeheer;

/// The document of an extension as pieces: the five chapters in their order, then terms, references and the clause
/// about what is normative. What the definition does not say is left out; the checker tells of it.
final class Documentbouw {

    /// What of the document binds a reader (EXT-39).
    static final String CONFORMITEIT =
            "Onderdelen waarbij staat dat ze niet normatief zijn, en alle diagrammen, voorbeelden en noten, zijn niet"
                    + " normatief. Al het andere is normatief.";

    private static final String INFORMATIEF = "Dit onderdeel is niet normatief.";

    private final Definitie definitie;
    private final List<Blok> blokken = new ArrayList<>();

    private Documentbouw(Definitie definitie) {
        this.definitie = definitie;
    }

    static List<Blok> build(Definitie definitie) {
        Documentbouw bouw = new Documentbouw(definitie);
        bouw.chapter(Hoofdstuk.NAAM_EN_BESCHRIJVING, false);
        bouw.text(definitie.document().naamEnBeschrijving());
        bouw.purpose(definitie.document().doel());
        bouw.technical();
        bouw.situations();
        bouw.versions(definitie.document().versiebeheer());
        bouw.back();
        return List.copyOf(bouw.blokken);
    }

    private void chapter(Hoofdstuk hoofdstuk, boolean informatief) {
        blokken.add(new Kop(2, hoofdstuk.titel(), informatief));
        if (informatief) {
            text(INFORMATIEF);
        }
    }

    private void sub(String titel) {
        blokken.add(new Kop(3, titel, false));
    }

    private void text(String tekst) {
        if (!tekst.isBlank()) {
            blokken.add(new Alinea(tekst.strip()));
        }
    }

    private void list(String titel, List<String> punten) {
        if (!punten.isEmpty()) {
            sub(titel);
            blokken.add(new Opsomming(punten));
        }
    }

    private void purpose(Doel doel) {
        chapter(Hoofdstuk.DOEL_EN_NUT, false);
        under("Doel", doel.doel());
        under("Doelgroep", doel.doelgroep());
        list("Toepassingsgebieden", doel.toepassingsgebieden());
        under("Waarom een extensie", doel.waaromNietKern());
    }

    private void under(String titel, String tekst) {
        if (!tekst.isBlank()) {
            sub(titel);
            text(tekst);
        }
    }

    private void technical() {
        chapter(Hoofdstuk.TECHNISCHE_SPECIFICATIE, false);
        text(definitie.document().techniek());
        if (!definitie.kern().versie().isBlank()) {
            text("Deze extensie past bij versie " + definitie.kern().versie() + " van de kern.");
        }
        if (!definitie.attributen().isEmpty()) {
            sub("Sleutels");
            blokken.add(new Tabel(
                    List.of("Sleutel", "Soort", "Verplicht", "Niveau", "Betekenis"),
                    definitie.attributen().stream().map(Documentbouw::row).toList()));
            definitie.attributen().forEach(this::attribuut);
        }
        list(
                "Regels",
                definitie.kruisregels().stream()
                        .map(regel -> regel.id() + ": " + regel.omschrijving() + " (" + regel.tekst() + ")")
                        .toList());
        list(
                "Protocollen",
                definitie.protocollen().stream()
                        .map(protocol -> protocol.naam() + ", naast " + String.join(" en ", protocol.passendBij()))
                        .toList());
        list("Beperkingen", definitie.document().beperkingen());
    }

    private static List<String> row(Attribuut a) {
        return List.of(
                a.sleutel(),
                a.isLijst() ? "List van " + a.items() : a.soort(),
                required(a.vereiste()),
                a.detailniveau(),
                a.samenvatting());
    }

    private static String required(Vereiste vereiste) {
        return switch (vereiste) {
            case Vereiste.Nooit() -> "nee";
            case Vereiste.BinnenExtensie() -> "op elke regel van de extensie";
            case Vereiste.Altijd() -> "altijd";
            case Vereiste.Als(String tekst, Voorwaarde _) -> "als " + tekst;
        };
    }

    private void attribuut(Attribuut a) {
        blokken.add(new Kop(4, a.sleutel(), false));
        text(a.omschrijving());
        List<String> punten = Stream.of(
                        "Plaats: " + a.locatie() + ".",
                        a.waardesoort().isEmpty()
                                        && a.keuzes().isEmpty()
                                        && a.patroon().isEmpty()
                                ? ""
                                : "Vorm: " + Waardetoets.of(a).form() + ".",
                        a.isVerwijzing() ? "Verwijst naar: " + a.verwijzing() + "." : "",
                        a.zelfdeAls().isEmpty() ? "" : "Vastgelegd in: " + a.zelfdeAls(),
                        a.voorbeelden().isEmpty()
                                ? ""
                                : "Voorbeeld (niet normatief): "
                                        + String.join(", ", a.voorbeelden().getFirst()))
                .filter(punt -> !punt.isEmpty())
                .toList();
        blokken.add(new Opsomming(punten));
    }

    private void situations() {
        chapter(Hoofdstuk.GEBRUIKSSCENARIOS, true);
        definitie.document().scenarios().forEach(scenario -> {
            sub(scenario.titel());
            text(scenario.tekst());
            scenario.regels()
                    .forEach(regel ->
                            blokken.add(new Voorbeeld(new String(Opgemaakt.bytes(regel), StandardCharsets.UTF_8))));
        });
    }

    private void versions(Versiebeheer beheer) {
        chapter(Hoofdstuk.VERSIEBEHEER, false);
        text(beheer.beleid().isBlank() ? "" : "Versies volgen: " + beheer.beleid() + ".");
        if (!beheer.wijzigingen().isEmpty()) {
            blokken.add(new Tabel(
                    List.of("Versie", "Datum", "Wijzigingen"),
                    beheer.wijzigingen().stream()
                            .map(w -> List.of(w.versie(), w.datum(), String.join("; ", w.punten())))
                            .toList()));
        }
    }

    private void back() {
        if (!definitie.begrippen().isEmpty()) {
            blokken.add(new Kop(2, "Begrippen", false));
            blokken.add(new Opsomming(definitie.begrippen().entrySet().stream()
                    .map(begrip -> begrip.getKey() + ": " + begrip.getValue())
                    .toList()));
        }
        if (!definitie.bronnen().isEmpty()) {
            blokken.add(new Kop(2, "Verwijzingen", false));
            blokken.add(new Opsomming(definitie.bronnen().stream()
                    .map(bron -> bron.id() + ": " + bron.titel() + ", " + bron.adres())
                    .toList()));
        }
    }
}

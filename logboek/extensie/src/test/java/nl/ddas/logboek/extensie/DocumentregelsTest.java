// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.logboek.extensie.Proefdefinitie.Sleutel;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// The rules about the document and its style.
class DocumentregelsTest {

    private static final Proefdefinitie GOED = Proefdefinitie.of("proef", "iets");

    private static List<Bevinding> findings(String regel, Proefdefinitie definitie) {
        return Proefdefinitie.check(Profiel.VERSIE_1_0_0, definitie).bestanden().getFirst().bevindingen().stream()
                .filter(bevinding -> bevinding.regel().equals(regel))
                .toList();
    }

    private static void passes(String regel) {
        assertThat(findings(regel, GOED)).isEmpty();
    }

    private static void fails(String regel, Niveau niveau, String pointer, String woorden, Proefdefinitie definitie) {
        List<Bevinding> gevonden = findings(regel, definitie);
        assertThat(gevonden).as(regel).hasSize(1);
        assertThat(gevonden.getFirst().niveau()).isEqualTo(niveau);
        assertThat(gevonden.getFirst().pointer()).isEqualTo(pointer);
        assertThat(gevonden.getFirst().melding()).contains(woorden);
    }

    private static Proefdefinitie doc(String wat, String erVoor) {
        return GOED.replace("doc", wat, erVoor);
    }

    @Test
    @Requirement("EXT-21")
    void saysWhatForAndForWhom() {
        passes("EXT-21");
        String doelgroep = "Makers van extensies die willen weten wat er gevraagd wordt.";
        fails("EXT-21", Niveau.FOUT, "/doc/doel_en_nut/doelgroep", "6 tekens", doc(doelgroep, "Makers"));
        fails("EXT-21", Niveau.FOUT, "/doc/doel_en_nut/doelgroep", "niets", doc(doelgroep, ""));
    }

    @Test
    @Requirement("EXT-22")
    void theTechnicalPartTellsWhatIsAdded() {
        passes("EXT-22");
        fails("EXT-22", Niveau.FOUT, "/attributes", "voegt niets toe", GOED.without("attributes"));
        fails(
                "EXT-22",
                Niveau.FOUT,
                "/doc/gebruiksscenarios/0/lines/0",
                "alleen in een voorbeeld",
                doc("dpl.core.processing_activity_id: urn", "dpl.proef.anders: urn"));
    }

    @Test
    @Requirement("EXT-23")
    void everySituationShowsALineThatIsRight() {
        passes("EXT-23");
        fails("EXT-23", Niveau.FOUT, "/doc/gebruiksscenarios/0", "titel", doc("- title: Iets doen", "- title: ''"));
        fails(
                "EXT-23",
                Niveau.FOUT,
                "/doc/gebruiksscenarios/0/lines/0",
                "dpl.proef.iets heeft een andere vorm",
                doc("dpl.core.processing_activity_id: urn", "dpl.proef.iets: urn")
                        .keys(Sleutel.of("dpl.proef.iets").with("enum", "[waarde]")));
    }

    @Test
    @Requirement("EXT-24")
    void saysWhatCannotBeDone() {
        passes("EXT-24");
        fails(
                "EXT-24",
                Niveau.FOUT,
                "/doc/beperkingen",
                "niet kan",
                doc("beperkingen: [De extensie kan verder niets.]", "beperkingen:"));
    }

    @Test
    @Requirement("EXT-25")
    void theFiveChaptersAreThereInOrder() {
        passes("EXT-25");
        fails(
                "EXT-25",
                Niveau.FOUT,
                "/doc/technische_specificatie",
                "Hoofdstuk 3, Technische specificatie, is leeg",
                doc(
                        "technische_specificatie: De extensie voegt sleutels toe aan attributes.",
                        "technische_specificatie:"));
        assertThat(findings("EXT-25", GOED.without("doc"))).hasSize(5);
    }

    @Test
    @Requirement("EXT-26")
    void purposeAnswersThreeQuestions() {
        passes("EXT-26");
        fails(
                "EXT-26",
                Niveau.FOUT,
                "/doc/doel_en_nut/toepassingsgebieden",
                "ontbreekt toepassingsgebieden",
                doc("toepassingsgebieden: [Proeven]", "toepassingsgebieden:"));
    }

    @Test
    @Requirement("EXT-27")
    void versionAndChangesGoTogether() {
        passes("EXT-27");
        fails("EXT-27", Niveau.FOUT, "/version", "geen versie", GOED.without("version"));
        fails("EXT-27", Niveau.FOUT, "/version", "'1.0'", GOED.with("version", "1.0"));
        fails("EXT-27", Niveau.FOUT, "/doc/versiebeheer/changelog", "versie 1.1.0", GOED.with("version", "1.1.0"));
        fails("EXT-27", Niveau.FOUT, "/doc/versiebeheer/changelog/0", "datum", doc("2026-11-21", "vandaag"));
    }

    @Test
    @Requirement("EXT-28")
    void theStyleIsFormal() {
        passes("EXT-28");
        String pointer = "/doc/technische_specificatie";
        fails("EXT-28", Niveau.WAARSCHUWING, pointer, "wij-vorm", doc("De extensie voegt", "Wij voegen"));
        fails("EXT-28", Niveau.WAARSCHUWING, pointer, "nog niet af", doc("De extensie voegt", "TODO"));
        fails("EXT-28", Niveau.WAARSCHUWING, pointer, "hele zinnen", doc("aan attributes.", "aan attributes"));
    }

    @Test
    @Requirement("EXT-29")
    void termsAndKeysAreExplained() {
        passes("EXT-29");
        fails("EXT-29", Niveau.WAARSCHUWING, "/glossary", "'Levering'", GOED.with("terms_used", "[Levering]"));
        fails(
                "EXT-29",
                Niveau.WAARSCHUWING,
                "/glossary/Levering",
                "geen uitleg",
                GOED.with("glossary", "{ Levering: '' }"));
        fails(
                "EXT-29",
                Niveau.WAARSCHUWING,
                "/attributes/0/description",
                "betekent",
                GOED.keys(Sleutel.of("dpl.proef.iets").without("description")));
    }

    @Test
    @Requirement("EXT-30")
    void namesAreOfOneKind() {
        passes("EXT-30");
        Proefdefinitie gemengd = GOED.keys(Sleutel.of("dpl.proef.externalReadAPI_id"));
        fails("EXT-30", Niveau.WAARSCHUWING, "/attributes/0/key", "kleine letters", gemengd);
        fails("EXT-30", Niveau.WAARSCHUWING, "/language", "language: nl", GOED.without("language"));
    }

    @Test
    @Requirement("EXT-31")
    void leansOnOtherStandards() {
        passes("EXT-31");
        fails("EXT-31", Niveau.WAARSCHUWING, "/references", "geen enkele", GOED.without("references"));
        fails("EXT-31", Niveau.WAARSCHUWING, "/references/0", "webadres", GOED.with("references", "[{ title: Iets }]"));
        Sleutel oin = Sleutel.of("dpl.proef.ontvanger_oin");
        fails("EXT-31", Niveau.WAARSCHUWING, "/attributes/0/key", "andere standaard", GOED.keys(oin));
        assertThat(findings("EXT-31", GOED.keys(oin.with("same_as", "https://voorbeeld.nl/oin"))))
                .isEmpty();
    }

    @Test
    @Requirement("EXT-32")
    void saysWhyTheCoreDoesNotDo() {
        passes("EXT-32");
        fails(
                "EXT-32",
                Niveau.INFORMATIEF,
                "/doc/doel_en_nut/waarom_niet_core",
                "kern alleen",
                doc("De kern kent deze sleutels niet.", "''"));
    }

    @Test
    @Requirement("EXT-39")
    void anExampleDemandsNothing() {
        passes("EXT-39");
        fails(
                "EXT-39",
                Niveau.INFORMATIEF,
                "/doc/gebruiksscenarios/0/text",
                "niet normatief",
                doc("Een organisatie doet iets", "Een organisatie MOET iets doen"));
        String document = DocumentMarkdown.render(GOED.read().definitie().orElseThrow());
        assertThat(document)
                .contains("## Gebruiksscenario's\n\nDit onderdeel is niet normatief.", "## Conformiteit")
                .contains("Al het andere is normatief.");
    }

    @Test
    @Requirement("EXT-40")
    void theDocumentTellsWhatItIs() {
        passes("EXT-40");
        fails("EXT-40", Niveau.WAARSCHUWING, "/doc/meta/licentie", "licentie", doc("licentie: cc-by", "licentie:"));
    }
}

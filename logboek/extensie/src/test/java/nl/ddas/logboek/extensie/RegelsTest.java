// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import static nl.ddas.logboek.extensie.Profiel.SEED;
import static nl.ddas.logboek.extensie.Profiel.VERSIE_1_0_0;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.logboek.extensie.Proefdefinitie.Sleutel;
import nl.ddas.logboek.extensie.Regeluitkomst.Uitkomst;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// Each rule about one definition: what is good, what is bad, and where it says so.
class RegelsTest {

    private static final Proefdefinitie GOED = Proefdefinitie.of("proef", "iets");

    private static Proefdefinitie key(String deel, String yaml) {
        return GOED.keys(Sleutel.of("dpl.proef.iets").with(deel, yaml));
    }

    private static Proefdefinitie named(String sleutel) {
        return GOED.keys(Sleutel.of(sleutel));
    }

    private static Bestandsverslag check(Profiel profiel, Proefdefinitie definitie) {
        return Proefdefinitie.check(profiel, definitie).bestanden().getFirst();
    }

    private static void passes(String regel, Proefdefinitie definitie) {
        expect(regel, definitie, Uitkomst.GESLAAGD);
    }

    private static void skips(String regel, Proefdefinitie definitie) {
        expect(regel, definitie, Uitkomst.NIET_VAN_TOEPASSING);
    }

    private static void expect(String regel, Proefdefinitie definitie, Uitkomst uitkomst) {
        Profiel profiel = regel.equals("EXT-15") ? SEED : VERSIE_1_0_0;
        assertThat(check(profiel, definitie).uitkomsten())
                .filteredOn(u -> u.regel().id().equals(regel))
                .extracting(Regeluitkomst::uitkomst)
                .containsExactly(uitkomst);
    }

    /// The rule has one finding, of this level, at this place.
    private static void fails(String regel, Niveau niveau, String pointer, String woorden, Proefdefinitie definitie) {
        Profiel profiel = regel.equals("EXT-15") ? SEED : VERSIE_1_0_0;
        Bestandsverslag verslag = check(profiel, definitie);
        List<Bevinding> gevonden = verslag.bevindingen().stream()
                .filter(bevinding -> bevinding.regel().equals(regel))
                .toList();
        assertThat(gevonden).as("%s", verslag.bevindingen()).hasSize(1);
        assertThat(gevonden.getFirst().niveau()).isEqualTo(niveau);
        assertThat(gevonden.getFirst().pointer()).isEqualTo(pointer);
        assertThat(gevonden.getFirst().melding()).contains(woorden).matches("(?s).*[.?]");
        assertThat(gevonden.getFirst().plek().regel()).isPositive();
    }

    private static void error(String regel, String pointer, String woorden, Proefdefinitie definitie) {
        fails(regel, Niveau.FOUT, pointer, woorden, definitie);
    }

    private static void warning(String regel, String pointer, String woorden, Proefdefinitie definitie) {
        fails(regel, Niveau.WAARSCHUWING, pointer, woorden, definitie);
    }

    private static void note(String regel, String pointer, String woorden, Proefdefinitie definitie) {
        fails(regel, Niveau.INFORMATIEF, pointer, woorden, definitie);
    }

    @Test
    @Requirement("EXT-1")
    void theCoreIsNotContradicted() {
        passes("EXT-1", GOED);
        error("EXT-1", "/core/relaxes", "versoepelen", GOED.with("core", "{ version: \"1.0.0\", relaxes: [F3] }"));
        error("EXT-1", "/core/overrides", "overschrijven", GOED.with("core", "{ version: 1.0.0, overrides: [name] }"));
        error("EXT-1", "/attributes/0/key", "van de kern", named("dpl.core.data_subject_id"));
    }

    @Test
    @Requirement("EXT-2")
    void exampleLinesKeepTheCoresRequiredFields() {
        passes("EXT-2", GOED);
        String regel = "/doc/gebruiksscenarios/0/lines/0";
        error("EXT-2", regel, "span_id ontbreekt", GOED.replace("doc", "span_id: 00f067aa0ba902b7", "span_id:"));
        error("EXT-2", regel, "status is niet Unset, Ok of Error", GOED.replace("doc", "status: Ok", "status: OK"));
        error("EXT-2", regel, "end_time ligt voor", GOED.replace("doc", "end_time: 1783933200001", "end_time: 17"));
        skips("EXT-2", GOED.with("doc", withoutLines()));
    }

    private static String withoutLines() {
        return GOED.part("doc").replaceFirst("(?s)\n +lines:.*(?=\n +beperkingen:)", "");
    }

    @Test
    @Requirement("EXT-3")
    void keysStandInTheOpenPlacesOnly() {
        passes("EXT-3", key("location", "resource"));
        error("EXT-3", "/attributes/0/location", "'toplevel'", key("location", "toplevel"));
    }

    @Test
    @Requirement("EXT-4")
    void anExtensionAddsAndDemandsNothingOfOtherLines() {
        passes("EXT-4", key("required", "extension"));
        passes("EXT-4", key("required", "{ when: dpl.proef.iets present }"));
        error("EXT-4", "/attributes/0/required", "elke regel van het logboek", key("required", "always"));
    }

    @Test
    @Requirement("EXT-5")
    void protocolsOfTheCoreStay() {
        skips("EXT-5", GOED);
        passes("EXT-5", GOED.with("protocols", "[{ name: https-read-api, relation: adds, compatibleWith: [otlp] }]"));
        error(
                "EXT-5",
                "/protocols/0/relation",
                "toevoegen",
                GOED.with("protocols", "[{ name: x, relation: replaces }]"));
        error(
                "EXT-5",
                "/protocols/0/name",
                "heeft de kern al",
                GOED.with("protocols", "[{ name: b3, relation: adds }]"));
        error(
                "EXT-5",
                "/protocols/0/compatibleWith",
                "otlp of trace-context",
                GOED.with("protocols", "[{ name: x, relation: adds }]"));
    }

    @Test
    @Requirement("EXT-6")
    void theVersionOfTheCoreIsNamed() {
        passes("EXT-6", GOED.with("core", "{ version: \"1.0.0\" }"));
        error("EXT-6", "/core/version", "welke versies", GOED.without("core"));
        error("EXT-6", "/core/version", "geen bereik", GOED.with("core", "{ version: nieuwste }"));
        error("EXT-6", "/core/version", "geen versie van de kern", GOED.with("core", "{ version: \">=2 <3\" }"));
    }

    @Test
    @Requirement("EXT-8")
    void exchangeBetweenOrganisationsStaysAsItIs() {
        passes("EXT-8", key("exchange", "true"));
        warning("EXT-8", "/attributes/0/exchange", "exchange op false", key("exchange", "header X-Vertrouwelijkheid"));
        warning(
                "EXT-8",
                "/attributes/0/exchange",
                "exchange op false",
                GOED.keys(Sleutel.of("dpl.proef.iets").with("exchange", "true").with("detailLevel", "3")));
    }

    @Test
    @Requirement("EXT-15")
    void resourceKeysCarryThePrefixInTheWorkingVersion() {
        skips("EXT-15", GOED);
        passes("EXT-15", key("location", "resource"));
        Sleutel vreemd = Sleutel.of("nen7513.AuditSourceId").with("location", "resource");
        error("EXT-15", "/attributes/0/key", "begint met dpl.proef", GOED.keys(vreemd));
    }

    @Test
    @Requirement("EXT-15b")
    void resourceKeysShouldCarryThePrefixInTheEstablishedVersion() {
        skips("EXT-15b", GOED.keys(Sleutel.of("service.name").with("location", "resource")));
        Sleutel vreemd = Sleutel.of("nen7513.AuditSourceId").with("location", "resource");
        warning("EXT-15b", "/attributes/0/key", "begint met dpl.proef", GOED.keys(vreemd));
    }

    @Test
    @Requirement("EXT-16")
    void everyKeyStartsWithDplAndTheName() {
        passes("EXT-16", named("dpl.proef.diep.er_in"));
        error("EXT-16", "/attributes/0/key", "Bedoelde u dpl.proef.userid?", named("dpl.userid.proef"));
        error("EXT-16", "/attributes/0/key", "Bedoelde u dpl.proef.userid?", named("dpl.userid"));
        error("EXT-16", "/attributes/0/key", "'dpl.proef'", named("dpl.proef"));
        error("EXT-16", "/attributes/0/key", "begint met dpl.proef", named("dpl.proef..iets"));
    }

    @Test
    @Requirement("EXT-17")
    void thePrefixIsTheName() {
        passes("EXT-17", GOED.with("name", "Proef"));
        passes("EXT-17", GOED.with("name", "beproeven").with("namespace_reason", "Korter."));
        warning("EXT-17", "/namespace", "heet 'beproeven'", GOED.with("name", "beproeven"));
        warning("EXT-17", "/name", "geen naam", GOED.without("name"));
    }

    @Test
    @Requirement("EXT-18")
    void aKeyOfARegisterDoesNotSaySo() {
        skips("EXT-18", GOED);
        passes("EXT-18", reference("dpl.proef.algoritme_id"));
        error("EXT-18", "/attributes/0/key", "het woord register", reference("dpl.proef.algoritmeRegister_id"));
        warning("EXT-18", "/attributes/0/key", "het woord register", reference("dpl.proef.registry_id"));
    }

    private static Proefdefinitie reference(String sleutel) {
        return GOED.keys(Sleutel.of(sleutel)
                .with("reference", "register")
                .with("valueType", "uri")
                .with("examples", "[\"urn:x:1\"]"));
    }

    @Test
    @Requirement("EXT-19")
    void noNameIsThatOfTheCore() {
        passes("EXT-19", GOED);
        error("EXT-19", "/attributes/0/key", "heeft de kern al", named("dpl.proef.processingActivityId"));
        error("EXT-19", "/attributes/0/key", "heeft de kern al", named("dpl.proef.foreign_operation.iets"));
        warning("EXT-19", "/attributes/0/key", "veld van de logregel", named("dpl.proef.trace_id"));
        passes("EXT-19", named("dpl.proef.status"));
    }

    @Test
    @Requirement("EXT-19b")
    void namesSuchAsStatusAreFine() {
        passes("EXT-19b", GOED);
        note("EXT-19b", "/attributes/0/key", "Dat mag", named("dpl.proef.status"));
    }

    @Test
    @Requirement("EXT-20")
    void aReferenceIsATextOrAListOfTexts() {
        Sleutel wetten =
                Sleutel.of("dpl.proef.wet_ids").with("reference", "register").with("valueType", "uri");
        skips("EXT-20", GOED);
        passes("EXT-20", GOED.keys(wetten.with("type", "List").with("items", "String")));
        error("EXT-20", "/attributes/0/type", "'Integer'", GOED.keys(wetten.with("type", "Integer")));
        error(
                "EXT-20",
                "/attributes/0/items",
                "items: String",
                GOED.keys(wetten.with("type", "List").with("items", "object")));
    }

    @Test
    @Requirement("EXT-20b")
    void otherValuesAreTextsOrListsToo() {
        Sleutel lijst = Sleutel.of("dpl.proef.dingen").with("type", "List");
        passes("EXT-20b", GOED);
        passes("EXT-20b", GOED.keys(lijst.with("items", "object").with("encoding", "kvlist")));
        warning("EXT-20b", "/attributes/0/type", "'Boolean'", key("type", "Boolean"));
        warning("EXT-20b", "/attributes/0/items", "wat erin staat", GOED.keys(lijst));
        warning("EXT-20b", "/attributes/0/encoding", "encoding", GOED.keys(lijst.with("items", "object")));
    }

    @Test
    @Requirement("EXT-33")
    void theStatusIsKnown() {
        passes("EXT-33", GOED.with("status", "concept"));
        error("EXT-33", "/status", "Er staat niets", GOED.without("status"));
        error("EXT-33", "/status", "'klaar'", GOED.with("status", "klaar"));
    }

    @Test
    @Requirement("EXT-34")
    void nothingIsAboutUsers() {
        passes("EXT-34", GOED);
        passes("EXT-34", Proefdefinitie.of("zorg", "userid"));
        error("EXT-34", "/attributes/0/key", "wie met het systeem werkte", named("dpl.proef.users"));
        error("EXT-34", "/attributes/0/key", "wie met het systeem werkte", named("dpl.proef.userID"));
        error("EXT-34", "/attributes/0/key", "wie met het systeem werkte", key("tags", "[user_identity]"));
        warning(
                "EXT-34",
                "/attributes/0/key",
                "wie met het systeem werkte",
                Proefdefinitie.of("zorg").keys(Sleutel.of("dpl.zorg.userid").with("tags", "[user_identity]")));
    }

    @Test
    @Requirement("EXT-35")
    void nothingRepeatsARegister() {
        passes("EXT-35", GOED);
        for (String naam : List.of("bewaartermijn", "legal_basis", "confidentialityLevel", "delete_after")) {
            error("EXT-35", "/attributes/0/key", "register van verwerkingen", named("dpl.proef." + naam));
        }
    }

    @Test
    @Requirement("EXT-36")
    void nothingPointsAtAPerson() {
        passes("EXT-36", key("personal", "indirect"));
        error("EXT-36", "/attributes/0/personal", "direct aan", named("dpl.proef.bsn"));
        error("EXT-36", "/attributes/0/personal", "direct aan", key("personal", "direct"));
        error("EXT-36", "/attributes/0/personal", "data_subject_id", key("personal", "pseudonym"));
        error("EXT-36", "/attributes/0/examples", "burgerservicenummer", key("examples", "[\"klant 999990019\"]"));
        passes("EXT-36", key("examples", "[\"klant 999990018\"]"));
        Sleutel zonder = Sleutel.of("dpl.proef.iets").without("personal");
        error("EXT-36", "/attributes/0/personal", "Er staat niet of", GOED.keys(zonder));
    }

    @Test
    @Requirement("EXT-37")
    void formsAreGivenAndExamplesKeepThem() {
        passes("EXT-37", GOED);
        error("EXT-37", "/attributes/0/valueType", "in welke vorm", named("dpl.proef.wet_url"));
        error("EXT-37", "/attributes/0/pattern", "geen reguliere expressie", key("pattern", "\"(\""));
        error("EXT-37", "/attributes/0/examples/0", "verwacht is een datum", key("valueType", "date"));
        error("EXT-37", "/attributes/0/examples/0", "verwacht is een van a, b", key("enum", "[a, b]"));
        Sleutel url = Sleutel.of("dpl.proef.plek").with("valueType", "url");
        error("EXT-37", "/attributes/0/examples", "een voorbeeld van", GOED.keys(url.without("examples")));
        error("EXT-37", "/attributes/0/examples/0", "een absolute URL", GOED.keys(url.with("examples", "[urn:x:1]")));
    }

    @Test
    @Requirement("EXT-38")
    void numbersAndSizesStayWithinLimits() {
        passes("EXT-38", named("dpl.proef." + "x".repeat(86)));
        error("EXT-38", "/attributes/0/key", "is 97", named("dpl.proef." + "x".repeat(87)));
        error("EXT-38", "/attributes/0/examples", "4 KiB", key("examples", "[" + "x".repeat(4097) + "]"));
        Sleutel[] veel = new Sleutel[33];
        for (int i = 0; i < veel.length; i++) {
            veel[i] = Sleutel.of("dpl.proef.s" + i);
        }
        error("EXT-38", "/attributes", "deze heeft er 33", GOED.keys(veel));
    }
}

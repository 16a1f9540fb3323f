// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.Bundled;
import nl.ddas.levering.bron.BronOnderdelen;
import nl.ddas.levering.bron.VerslagReactie;
import nl.ddas.levering.bron.VerslagenArchief;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.levering.verkeer.Ddaskenmerk;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verkeer.Verwerking;
import nl.ddas.levering.verzamelaar.Rapportregels;
import nl.ddas.levering.verzamelaar.VerzamelaarOnderdelen;
import nl.ddas.logboek.client.Bevestiging;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Pseudonimisering;
import nl.ddas.logboek.extensie.Definitielezer;
import nl.ddas.logboek.model.Bsnwacht;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Waarde;
import nl.ddas.logboek.register.Registercache;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One delivery as both organisations account for it, each in a log of its own that judges as strictly as ours.
@TestInstance(Lifecycle.PER_CLASS)
class DdasLogregelsTest {

    private static final int TRAJECTEN = 40;
    private static final String CBS = "00000099000000001000";
    private static final String TOEPASSING = "https://cbs.example/ddas";
    private static final String ALGORITME = "https://algoritmes.overheid.nl/nl/algoritme/proef";
    private static final Pattern BSN = Pattern.compile("\"Burgerservicenummer\"\\s*:\\s*\"(\\d{8,9})\"");

    private Proeflogboek bij;
    private Proeflogboek leverancier;
    private Set<String> nummers = Set.of();
    private String bewaard = "";

    @BeforeAll
    void oneDelivery(@TempDir Path map) throws IOException, InterruptedException {
        bij = new Proeflogboek();
        leverancier = new Proeflogboek();
        Proefopstelling.bron(map, 7, TRAJECTEN);
        nummers = BSN.matcher(Files.readString(map.resolve("leveringen").resolve("levering.json")))
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
        try (Logboek vanBron = open(leverancier, "ddas bron");
                Logboek vanCbs = open(bij, "ddas verzamel");
                Proefopstelling opstelling = new Proefopstelling(
                        map,
                        Proefopstelling.Opzet.GEWOON,
                        new Proefopstelling.Logboeken(delen -> join(delen, vanBron), delen -> join(delen, vanCbs)))) {
            assertThat(opstelling.lever().leveranciers()).singleElement().satisfies(een -> assertThat(een.ingelezen())
                    .isEqualTo(TRAJECTEN));
            decide(opstelling, aansluiting(vanBron));
            assertThat(opstelling.bron.ververs()).isEmpty();
            new Rapportregels(
                            Optional.of(aansluiting(vanCbs)),
                            opstelling.cbs.oin(),
                            Proefopstelling.periode(),
                            List.of(ALGORITME))
                    .combineren(() -> TRAJECTEN, trajecten -> trajecten);
            bewaard = opstelling.database.jdbi("verzamelaar").withHandle(db -> db.createQuery(
                            "SELECT trace FROM ophaling")
                    .mapTo(String.class)
                    .one());
        }
    }

    private static Logboek open(Proeflogboek log, String applicatie) {
        return Logboek.open(Instelling.of(log.adres(), applicatie, "1.0", Pseudonimisering.onbewerkt())
                .with(Bevestiging.WACHT, true));
    }

    /// The supplier approves of its delivery, and then withdraws it.
    private static void decide(Proefopstelling opstelling, Logboekaansluiting log) throws IOException {
        VerslagenArchief archief = opstelling.archief();
        String verslag = archief.lijst().getFirst().id();
        VerslagReactie reactie = opstelling.reactie().met(log, archief, "Voorbeeldsoft");
        for (Besluit besluit : Besluit.values()) {
            assertThat(reactie.stuur(verslag, besluit)).isInstanceOf(VerslagReactie.Antwoord.Aangenomen.class);
        }
    }

    private static BronOnderdelen join(BronOnderdelen delen, Logboek logboek) {
        return delen.met(aansluiting(logboek));
    }

    private static Logboekaansluiting aansluiting(Logboek logboek) {
        return new Logboekaansluiting(logboek, Map.of(CBS, URI.create(TOEPASSING)), () -> "goed");
    }

    private static VerzamelaarOnderdelen join(VerzamelaarOnderdelen delen, Logboek logboek) {
        return Proeflogboek.join(delen, logboek);
    }

    @AfterAll
    void close() {
        bij.close();
        leverancier.close();
    }

    private static Logregel named(Proeflogboek log, String naam) {
        return log.regels().stream()
                .filter(regel -> regel.name().equals(naam))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + naam + " among "
                        + log.regels().stream().map(Logregel::name).toList()));
    }

    private static Optional<String> value(Logregel regel, Ddaskenmerk kenmerk) {
        return regel.attributes().text(kenmerk.sleutel());
    }

    private Stream<Logregel> both() {
        return Stream.concat(bij.regels().stream(), leverancier.regels().stream());
    }

    @Test
    @Requirement("LDV-A10")
    void oneDeliveryIsOneTraceOverBothOrganisations() {
        Logregel vraag = named(bij, "Schuldhulpgegevens opvragen bij leverancier");
        Logregel ontvangst = named(leverancier, "Verzoek om schuldhulpgegevens ontvangen en beoordelen");
        Logregel pagina = named(leverancier, "Levering ondertekenen en verstrekken");
        Logregel toets = named(bij, "Levering technisch en functioneel controleren");
        Logregel verslag = named(bij, "Verwerkingsverslag sturen");
        Logregel verwerkt = named(leverancier, "Verwerkingsverslag verwerken");
        Logregel gelezen = named(bij, "Levering inlezen");

        assertThat(Stream.of(vraag, ontvangst, pagina, toets, verslag, verwerkt, gelezen)
                        .map(Logregel::traceId)
                        .distinct())
                .hasSize(1);
        assertThat(vraag.parentSpanId()).isEmpty();
        assertThat(ontvangst.parentSpanId()).hasValue(vraag.spanId());
        assertThat(ontvangst.herkomst().isOuderElders()).isTrue();
        assertThat(ontvangst.attributes().text("dpl.core.foreign_operation.processor"))
                .hasValue(TOEPASSING);
        assertThat(pagina.parentSpanId()).hasValue(ontvangst.spanId());
        assertThat(Stream.of(toets, verslag, gelezen).map(Logregel::parentSpanId))
                .containsOnly(Optional.of(vraag.spanId()));
        assertThat(verwerkt.parentSpanId()).hasValue(verslag.spanId());
    }

    /// A collection may take weeks, and its process may be killed on the way.
    @Test
    @Requirement("LDV-A3")
    void theTraceOutlivesTheProcess() {
        Logregel vraag = named(bij, "Schuldhulpgegevens opvragen bij leverancier");

        assertThat(bewaard)
                .startsWith("00-" + vraag.traceId().hex() + "-" + vraag.spanId().hex() + "-");
    }

    @Test
    void bothCallTheDeliveryTheSame() {
        Logregel pagina = named(leverancier, "Levering ondertekenen en verstrekken");
        Logregel toets = named(bij, "Levering technisch en functioneel controleren");

        assertThat(value(pagina, Ddaskenmerk.LEVERING_ID)).isPresent().isEqualTo(value(toets, Ddaskenmerk.LEVERING_ID));
        assertThat(value(pagina, Ddaskenmerk.AANTAL_TRAJECTEN)).hasValue(Integer.toString(TRAJECTEN));
        assertThat(value(toets, Ddaskenmerk.AANTAL_TRAJECTEN)).hasValue(Integer.toString(TRAJECTEN));
        assertThat(value(toets, Ddaskenmerk.VALIDATIE_RESULTAAT)).isPresent();
        assertThat(pagina.attributes().find(Ddaskenmerk.AANLEVERENDE_ORGANISATIE.sleutel()))
                .hasValueSatisfying(
                        lijst -> assertThat(((Waarde.Lijst) lijst).waarden()).hasSize(1));
    }

    @Test
    void theSnapshotTellsWhatIsInIt() {
        Logregel pagina = named(leverancier, "Levering ondertekenen en verstrekken");
        Logregel snapshot = leverancier.regels().stream()
                .filter(regel -> regel.name().equals("Levering samenstellen uit bronsysteem en valideren"))
                .filter(regel -> value(regel, Ddaskenmerk.LEVERING_ID).equals(value(pagina, Ddaskenmerk.LEVERING_ID)))
                .findFirst()
                .orElseThrow();

        assertThat(snapshot.processingActivityId()).hasValue(Verwerking.LEVERANCIER_VOORBEREIDEN.uri());
        assertThat(value(snapshot, Ddaskenmerk.AANTAL_TRAJECTEN)).hasValue(Integer.toString(TRAJECTEN));
        assertThat(value(snapshot, Ddaskenmerk.VALIDATIE_RESULTAAT)).hasValue("ok");
        assertThat(value(snapshot, Ddaskenmerk.BERICHT_SOORT)).isEmpty();
    }

    @Test
    void theSnapshotThatIsReplacedIsRemovedInALineToo() {
        Logregel weg = named(leverancier, "Levering en kopieën vernietigen");

        assertThat(weg.processingActivityId()).hasValue(Verwerking.LEVERANCIER_VERNIETIGING.uri());
        assertThat(value(weg, Ddaskenmerk.LEVERING_ID)).isPresent();
    }

    @Test
    void removingTellsWhichDeliveryItWas() {
        Logregel weg = named(bij, "Levering en kopieën vernietigen na bewaartermijn");

        assertThat(weg.processingActivityId()).hasValue(Verwerking.CBS_VERNIETIGING.uri());
        assertThat(value(weg, Ddaskenmerk.LEVERING_ID)).isEqualTo(levering()).isPresent();
        assertThat(value(weg, Ddaskenmerk.AFNEMER_OIN)).hasValue(CBS);
        assertThat(value(weg, Ddaskenmerk.BERICHT_SOORT)).isEmpty();
    }

    private Optional<String> levering() {
        return value(named(bij, "Levering inlezen"), Ddaskenmerk.LEVERING_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Verwerkingsverslag verwerken", "Levering goedkeuren", "Levering intrekken"})
    void theSupplierKnowsWhichDeliveryAReportIsAbout(String naam) {
        isAboutTheReport(named(leverancier, naam));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Verwerkingsverslag sturen", "Goedkeuring van levering verwerken", "Levering intrekken"})
    void cbsSaysTheSameOfIt(String naam) {
        isAboutTheReport(named(bij, naam));
    }

    private void isAboutTheReport(Logregel regel) {
        Logregel verslag = named(bij, "Verwerkingsverslag sturen");
        assertThat(value(regel, Ddaskenmerk.BERICHT_SOORT)).hasValue(Ddaskenmerk.VERSLAG);
        assertThat(value(regel, Ddaskenmerk.LEVERING_ID)).isEqualTo(levering()).isPresent();
        assertThat(value(regel, Ddaskenmerk.AFNEMER_OIN)).hasValue(CBS);
        for (Ddaskenmerk zelfde :
                List.of(Ddaskenmerk.PERIODE_START, Ddaskenmerk.VALIDATIE_RESULTAAT, Ddaskenmerk.AANTAL_BEVINDINGEN)) {
            assertThat(value(regel, zelfde)).isEqualTo(value(verslag, zelfde)).isPresent();
        }
    }

    /// A decision is taken days later by somebody else: a trace of its own, the same on both sides.
    @ParameterizedTest
    @CsvSource({"Levering goedkeuren, Goedkeuring van levering verwerken", "Levering intrekken, Levering intrekken"})
    void aDecisionIsOneTraceOverBothOrganisations(String genomen, String verwerkt) {
        Logregel daar = named(leverancier, genomen);
        Logregel hier = named(bij, verwerkt);

        assertThat(hier.traceId()).isEqualTo(daar.traceId());
        assertThat(hier.parentSpanId()).hasValue(daar.spanId());
        assertThat(hier.attributes().text("dpl.core.foreign_operation.processor"))
                .hasValueSatisfying(adres -> assertThat(adres).startsWith("https://127.0.0.1:"));
    }

    @Test
    void combiningTellsPeriodCountAndAlgorithm() {
        Logregel combineren = named(bij, "Trajecten combineren");

        assertThat(value(combineren, Ddaskenmerk.PERIODE_START)).isPresent();
        assertThat(value(combineren, Ddaskenmerk.AANTAL_TRAJECTEN)).hasValue(Integer.toString(TRAJECTEN));
        assertThat(combineren.attributes().find(Ddaskenmerk.ALGORITME_IDS.sleutel()))
                .hasValueSatisfying(lijst ->
                        assertThat(((Waarde.Lijst) lijst).waarden()).containsExactly(new Waarde.Tekst(ALGORITME)));
    }

    /// The extension is not for some lines only.
    @Test
    void everyLineOfBothSidesTellsItsPeriod() {
        assertThat(both()).allSatisfy(regel -> assertThat(value(regel, Ddaskenmerk.PERIODE_START))
                .as(regel.name())
                .isPresent());
    }

    /// The definition of the extension and the rules of the log have nothing against any line.
    @Test
    void everyLineIsTakenByAStrictLog() {
        assertThat(Stream.of(bij, leverancier).flatMap(log -> log.bezwaren().stream()))
                .isEmpty();
        assertThat(both()).hasSizeGreaterThan(12);
        assertThat(both().flatMap(regel -> regel.processingActivityId().stream()))
                .isSubsetOf(Stream.of(Verwerking.values()).map(Verwerking::uri).toList());
    }

    @Test
    void everyKeyIsInTheDefinitionAndEveryActivityInTheRegister() {
        String definitie = Bundled.text(Definitielezer.class, "ddas.ldv-ext.yaml");
        String register = Bundled.text(Registercache.class, "ddas-register.yaml");

        assertThat(Ddaskenmerk.values())
                .allSatisfy(kenmerk -> assertThat(definitie).contains("- key: " + kenmerk.sleutel() + "\n"));
        assertThat(Verwerking.values()).allSatisfy(verwerking -> assertThat(register)
                .contains("id: " + verwerking.uri().substring(verwerking.uri().lastIndexOf('/') + 1)));
    }

    @Test
    @Requirement("DDAS-1")
    void noLineNamesADataSubject() {
        assertThat(both()).allSatisfy(regel -> {
            assertThat(regel.dataSubjectId()).isEmpty();
            assertThat(regel.attributes().text("dpl.core.data_subject_id_type")).isEmpty();
        });
    }

    @Test
    @Requirement("DDAS-2")
    void noBsnIsAnywhereInALine() {
        assertThat(nummers).hasSizeGreaterThan(TRAJECTEN / 2);
        List<String> bodies = Stream.of(bij, leverancier)
                .flatMap(log -> log.ontvangen().stream())
                .map(body -> new String(body, ISO_8859_1))
                .toList();

        assertThat(bodies).isNotEmpty().allSatisfy(body -> assertThat(nummers).noneMatch(body::contains));
        assertThat(both().flatMap(regel -> regel.attributes().alle().stream())).noneMatch(Bsnwacht::isVerdacht);
        assertThat(both().map(Logregel::name)).noneMatch(Bsnwacht::isVerdacht);
    }
}

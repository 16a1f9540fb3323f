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
import nl.ddas.levering.bron.Logboekaansluiting;
import nl.ddas.levering.verkeer.Ddaskenmerk;
import nl.ddas.levering.verkeer.Verwerking;
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

/// One delivery as both organisations account for it, each in a log of its own that judges as strictly as ours.
@TestInstance(Lifecycle.PER_CLASS)
class DdasLogregelsTest {

    private static final int TRAJECTEN = 40;
    private static final String CBS = "00000099000000001000";
    private static final String TOEPASSING = "https://cbs.example/ddas";
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

    private static BronOnderdelen join(BronOnderdelen delen, Logboek logboek) {
        return delen.met(new Logboekaansluiting(logboek, Map.of(CBS, URI.create(TOEPASSING)), () -> "goed"));
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
    void theSnapshotIsALineToo() {
        assertThat(named(leverancier, "Levering samenstellen uit bronsysteem en valideren")
                        .processingActivityId())
                .hasValue(Verwerking.LEVERANCIER_VOORBEREIDEN.uri());
        assertThat(named(bij, "Levering en kopieën vernietigen na bewaartermijn")
                        .processingActivityId())
                .hasValue(Verwerking.CBS_VERNIETIGING.uri());
    }

    /// The definition of the extension and the rules of the log have nothing against any line.
    @Test
    void everyLineIsTakenByAStrictLog() {
        assertThat(Stream.of(bij, leverancier).flatMap(log -> log.bezwaren().stream()))
                .isEmpty();
        assertThat(both()).hasSizeGreaterThan(7);
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

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.FEB;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static nl.ddas.logboek.register.Proefregister.MRT;
import static nl.ddas.logboek.register.Proefregister.TWEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A register as a document.
class DocumentlezerTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(Documentlezer.schema(), StandardCharsets.UTF_8));

    /// Good; tests spoil it by replacing a line.
    private static final String GOED = """
            ldvRegister: 1
            base: https://register.voorbeeld/v1
            title: Proefregister
            entities:
              - id: 00000000-0000-4000-8000-0000000000c1
                type: Organisation
                name: Voorbeeldstad
            activities:
              - id: 00000000-0000-4000-8000-000000000001
                versions:
                  - validFrom: 2026-01-01T00:00:00Z
                    name: Kapvergunning behandelen
                    purpose: Bomen beschermen
                    legalBasis: [LegalObligation]
                    dataSubjects: [Applicant]
                    personalData:
                      categories: [naam en adres]
                      retentionPeriod: P7Y
                    recipients:
                      - legalRole: DataController
                        entityId: 00000000-0000-4000-8000-0000000000c1
                    detailLevel: 2
                    subjectLogging:
                      mode: per-subject
                    logRetentionPeriod: P5Y
            """;

    @Test
    @Requirement({"LDV-R6", "LDV-R11"})
    void aDocumentIsARegister() {
        Registerdocument document = good(GOED);

        Activiteit activiteit = document.activity(EEN).orElseThrow();
        Inhoud inhoud = activiteit.at(JAN).orElseThrow().inhoud();
        assertThat(document.uri(EEN))
                .hasToString(
                        "https://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001");
        assertThat(inhoud.name()).isEqualTo("Kapvergunning behandelen");
        assertThat(inhoud.legalBasis()).containsExactly(LegalBasis.LEGAL_OBLIGATION);
        assertThat(inhoud.recipients().getFirst().legalRole()).isEqualTo(LegalRole.DATA_CONTROLLER);
        assertThat(inhoud.logging().detailLevel()).isEqualTo(2);
        assertThat(activiteit.at(JAN.minusMillis(1))).isEmpty();
    }

    @Test
    @Requirement("LDV-R8")
    void theTermOfLinesIsAnotherThanThatOfTheData() {
        Inhoud inhoud =
                good(GOED).activity(EEN).orElseThrow().at(JAN).orElseThrow().inhoud();

        assertThat(inhoud.personalData().retentionPeriod().orElseThrow()).hasToString("P7Y");
        assertThat(inhoud.logging().logRetentionPeriod().orElseThrow()).hasToString("P5Y");
        List<Fout> fouten = wrong(GOED.replace("        logRetentionPeriod: P5Y\n", ""));
        assertThat(fouten).extracting(Fout::pointer).containsExactly("/activities/0/versions/0/logRetentionPeriod");
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        Registerdocument document = Proefregister.document(
                Activiteit.unstored(EEN)
                        .with(JAN, Proefregister.persoonlijk("Een"))
                        .with(FEB, Proefregister.vertrouwelijk("Stil", Optional.of(MRT)))
                        .withConcept(Proefregister.zaak("Straks")),
                Activiteit.unstored(TWEE).superseding(EEN).with(JAN, Proefregister.zaak("Twee")));
        byte[] json = Documentschrijver.whole(document).toBytes();

        assertThat(good(new String(json, StandardCharsets.UTF_8))).isEqualTo(document);
        assertThat(faults(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    @Requirement({"LDV-R6", "LDV-R11"})
    void ourOwnRegisterIsGoodAndNamesNoSubjectInItsLines() {
        String text = new String(Bundled.bytes(Documentlezer.class, "ddas-register.yaml"), StandardCharsets.UTF_8);
        assertThat(faults(text, InputFormat.YAML)).isEmpty();

        Registerdocument document = Documentlezer.bundled();
        assertThat(document.activiteiten()).hasSize(17);
        assertThat(document.activiteiten()).allSatisfy(one -> assertThat(
                        one.versies().getLast().inhoud().logging().subjectLogging())
                .isNotEqualTo(SubjectLogging.PER_SUBJECT));
        assertThat(document.activiteiten()).allSatisfy(one -> assertThat(
                        one.versies().getLast().inhoud().verband().controllerId())
                .isPresent());
    }

    /// Everything at once, with its line: who mends a file wants to do it in one go.
    @Test
    void allThatIsWrongIsToldAtOnceWithItsLine() {
        List<Fout> fouten = wrong(GOED.replace("Bomen beschermen", "''")
                .replace("[LegalObligation]", "[Wet]")
                .replace("detailLevel: 2", "detailLevel: 4")
                .replace("mode: per-subject", "mode: none"));

        assertThat(fouten).extracting(Fout::regel).containsExactly(14, 13, 14, 22, 24);
        assertThat(fouten.getFirst().melding()).contains("'Wet'", "LegalObligation", "Consent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ldvRegister: 1                    | ldvRegister: 2                 | REG-1
            title: Proefregister              | titel: Proefregister           | REG-2
            name: Kapvergunning behandelen    | name: [a, b]                   | REG-3
            name: Kapvergunning behandelen    | name: 12                       | REG-3
            P7Y                               | zeven jaar                     | REG-3
            P7Y                               | P0D                            | REG-3
            P7Y                               | P-1Y                           | REG-3
            2026-01-01T00:00:00Z              | 2026-01-01                     | REG-3
            2026-01-01T00:00:00Z              | 2026-01-01T00:00:00.000001Z    | REG-3
            2026-01-01T00:00:00Z              | 1969-01-01T00:00:00Z           | REG-3
            000000000001                      | 1                              | REG-3
            https://register.voorbeeld/v1     | https://register.voorbeeld/v1/ | REG-3
            https://register.voorbeeld/v1     | register                       | REG-3
            purpose: Bomen beschermen         | purpose: ''                    | REG-4
            validFrom: 2026-01-01T00:00:00Z   | ended: false                   | REG-4
            [LegalObligation]                 | []                             | REG-5
            [Applicant]                       | []                             | REG-6
            [naam en adres]                   | []                             | REG-7
            retentionPeriod: P7Y              | categories2: []                | REG-8
            detailLevel: 2                    | detailLevel: 0                 | REG-9
            mode: per-subject                 | mode: none                     | REG-10
            mode: per-subject                 | mode: aggregate                | REG-12
            validFrom: 2026-01-01T00:00:00Z   | draft: 1                       | REG-3
            detailLevel: 2                    | draft: true                    | REG-13
            entityId: 00000000-0000-4000-8000-0000000000c1 | entityId: 00000000-0000-4000-8000-0000000000c2 | REG-16
            detailLevel: 2                    | parentId: 00000000-0000-4000-8000-000000000009§detailLevel: 2 | REG-16
            detailLevel: 2                    | parentId: 00000000-0000-4000-8000-000000000001§detailLevel: 2 | REG-17
            """)
    void eachFaultHasItsCode(String good, String bad, String code) {
        String text = GOED.replaceFirst(Pattern.quote(good), bad.replace("§", "\n        "));

        assertThat(wrong(text)).extracting(Fout::code).contains(code);
    }

    @Test
    @Requirement("LDV-R2")
    void aVersionThatBeginsBeforeTheLastIsRefused() {
        int from = GOED.indexOf("      - validFrom");
        String again = GOED + GOED.substring(from);

        assertThat(wrong(again)).extracting(Fout::code).containsExactly("REG-14");
        assertThat(good(GOED + GOED.substring(from).replace("2026-01-01", "2026-06-01"))
                        .activity(EEN))
                .hasValueSatisfying(one -> assertThat(one.versies()).hasSize(2));
    }

    @Test
    void anIdMayStandThereOnce() {
        int from = GOED.indexOf("  - id: 00000000-0000-4000-8000-000000000001");

        assertThat(wrong(GOED + GOED.substring(from))).extracting(Fout::code).containsExactly("REG-15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "a: [",
                "a: *b",
                "a: &x 1\nb: *x",
                "x: 1\nx: 2",
                "? [a]\n: b",
                "\u0000",
                "{\"a\":1,\"a\":2}"
            })
    void whatIsNoDocumentIsRefusedWithoutHarm(String text) {
        assertThat(wrong(text)).isNotEmpty().allSatisfy(one -> assertThat(one.melding())
                .isNotBlank());
    }

    @Test
    void deepOrLargeFilesAreRefused() {
        assertThat(wrong("a: " + "[".repeat(100_000))).extracting(Fout::code).containsExactly("REG-1");
        assertThat(Documentlezer.read(new byte[Documentlezer.MAX_BYTES + 1]))
                .isInstanceOf(Documentlezer.Lezing.Geweigerd.class);
        assertThat(Documentlezer.read(new byte[] {(byte) 0xc3, 0x28}))
                .isInstanceOf(Documentlezer.Lezing.Geweigerd.class);
    }

    /// What the schema refuses, the reader refuses too; the reader knows more.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ldvRegister: 1                    | ldvRegister: 2
            title: Proefregister              | titel: Proefregister
            name: Kapvergunning behandelen    | name: 12
            P7Y                               | zeven jaar
            2026-01-01T00:00:00Z              | 2026-01-01
            [LegalObligation]                 | [Wet]
            detailLevel: 2                    | detailLevel: 4
            mode: per-subject                 | mode: aggregate
            validFrom: 2026-01-01T00:00:00Z   | ended: false
            legalRole: DataController         | legalRole: Baas
            """)
    void schemaAndReaderAgree(String good, String bad) {
        String text = GOED.replaceFirst(Pattern.quote(good), bad);

        assertThat(faults(GOED, InputFormat.YAML)).isEmpty();
        assertThat(faults(text, InputFormat.YAML)).isNotEmpty();
        assertThat(wrong(text)).isNotEmpty();
    }

    private static List<?> faults(String text, InputFormat format) {
        // Through our own reader: YAML of the validator's would make moments of texts.
        JsonValue value = format == InputFormat.JSON
                ? ((JsonReading.Read) JsonReading.of(text.getBytes(StandardCharsets.UTF_8))).value()
                : ((Bestandsvorm.Gelezen) Bestandsvorm.read(text.getBytes(StandardCharsets.UTF_8))).json();
        return SCHEMA.validate(new String(value.toBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }

    private static Registerdocument good(String text) {
        return switch (Documentlezer.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Documentlezer.Lezing.Gelezen(Registerdocument document) -> document;
            case Documentlezer.Lezing.Geweigerd(List<Fout> fouten) -> throw new AssertionError(fouten.toString());
        };
    }

    private static List<Fout> wrong(String text) {
        return switch (Documentlezer.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Documentlezer.Lezing.Gelezen _ -> List.of();
            case Documentlezer.Lezing.Geweigerd(List<Fout> fouten) -> fouten;
        };
    }
}

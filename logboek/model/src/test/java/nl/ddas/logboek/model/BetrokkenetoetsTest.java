// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static nl.ddas.logboek.model.Proef.codes;
import static nl.ddas.logboek.model.Proef.judge;
import static nl.ddas.logboek.model.Proef.lenient;
import static nl.ddas.logboek.model.Proef.line;
import static nl.ddas.logboek.model.Proef.pair;
import static nl.ddas.logboek.model.Proef.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.logboek.model.Verwerkingsactiviteiten.Betrokkenen;
import nl.ddas.logboek.model.Verwerkingsactiviteiten.Verwerkingsactiviteit;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BetrokkenetoetsTest {

    private static final String ACTIVITY = "dpl.core.processing_activity_id";
    private static final String SUBJECT = "dpl.core.data_subject_id";
    private static final String TYPE = "dpl.core.data_subject_id_type";
    private static final String PROCESSOR = "dpl.core.foreign_operation.processor";

    @ParameterizedTest
    @ValueSource(strings = {"14", "RVA: Aanvraag Kapvergunning", "", "//host/pad", "https://a b"})
    @Requirement("LDV-F10")
    void anActivityIsAnAbsoluteUri(String value) {
        assertThat(codes(judge(plain().clearAttributes().addAttributes(pair(ACTIVITY, value)))))
                .containsExactly(Regelcode.ACTIVITY_NOT_URI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.nl/7", "urn:uuid:4b1d1e1e-0001-4a5e-9a0e-0a6b7c8d9e0f", "rva:4b1d1e1e"})
    @Requirement("LDV-F10")
    void anActivityIsAUrlOrUrn(String value) {
        assertThat(line(judge(plain().clearAttributes().addAttributes(pair(ACTIVITY, value))))
                        .processingActivityId())
                .hasValue(value);
    }

    @Test
    @Requirement("LDV-F10")
    void anActivityIsNoNumber() {
        AnyValue.Builder number = AnyValue.newBuilder().setIntValue(14);

        assertThat(codes(judge(lenient(), plain().clearAttributes().addAttributes(pair(ACTIVITY, number)))))
                .containsExactly(Regelcode.ACTIVITY_NOT_URI);
    }

    /// Personal or not, per line or aggregated, by which attributes stand there.
    @ParameterizedTest
    @CsvSource({
        "PER_BETROKKENE, true, true, true, ",
        "PER_BETROKKENE, true, false, false, SUBJECT_MISSING",
        "PER_BETROKKENE, true, true, false, SUBJECT_TYPE_MISSING",
        "PER_BETROKKENE, false, true, true, ACTIVITY_MISSING",
        "GEAGGREGEERD, true, false, false, ",
        "GEAGGREGEERD, true, true, true, SUBJECT_UNEXPECTED",
        "GEEN, true, false, false, ",
        "GEEN, true, true, true, SUBJECT_UNEXPECTED"
    })
    @Requirement("LDV-L5")
    void theActivityDecidesWhichCoreAttributesAreNeeded(
            Betrokkenen kind, boolean activity, boolean subject, boolean type, Regelcode expected) {
        Span.Builder line = plain().clearAttributes().addAttributes(pair("dpl.ddas.x", "y"));
        if (activity) {
            line.addAttributes(pair(ACTIVITY, Proef.ACTIVITEIT));
        }
        if (subject) {
            line.addAttributes(pair(SUBJECT, Proef.PSEUDONIEM));
        }
        if (type) {
            line.addAttributes(pair(TYPE, "pseudoniem"));
        }

        assertThat(codes(judge(register(kind, 1), line)))
                .isEqualTo(Optional.ofNullable(expected).stream().toList());
    }

    @Test
    @Requirement({"LDV-L5", "LDV-F10"})
    void withoutPersonalDataAnActivityIsOnlyRecommended() {
        Toetsuitslag uitslag = judge(plain().clearAttributes().addAttributes(pair("dpl.ddas.x", "y")));

        assertThat(uitslag).isInstanceOf(Toetsuitslag.Aangenomen.class);
        assertThat(codes(uitslag)).containsExactly(Regelcode.ACTIVITY_RECOMMENDED);
    }

    @Test
    @Requirement({"LDV-F11", "LDV-F12"})
    void codeAndTypeComeTogether() {
        assertThat(codes(judge(plain().addAttributes(pair(SUBJECT, Proef.PSEUDONIEM)))))
                .containsExactly(Regelcode.SUBJECT_TYPE_MISSING);
        assertThat(codes(judge(plain().addAttributes(pair(TYPE, "BSN")))))
                .containsExactly(Regelcode.SUBJECT_TYPE_ALONE);
        assertThat(line(judge(lenient(), plain().addAttributes(pair(SUBJECT, Proef.PSEUDONIEM))))
                        .herkomst()
                        .vlaggen())
                .containsExactly(Ingestvlag.TYPE_MISSING);
    }

    @Test
    @Requirement("LDV-F11")
    void aNumberAsCodeIsMendedWhereThatIsAllowed() {
        Span.Builder line = plain().addAttributes(
                        pair(SUBJECT, AnyValue.newBuilder().setIntValue(201)))
                .addAttributes(pair(TYPE, "personeelsnummer"));

        assertThat(codes(judge(line))).containsExactly(Regelcode.SUBJECT_NOT_TEXT);
        assertThat(line(judge(lenient(), line)).dataSubjectId()).hasValue("201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not_set", "null", "NONE"})
    @Requirement("LDV-F11")
    void aFillerIsNoCode(String filler) {
        assertThat(codes(judge(plain().addAttributes(pair(SUBJECT, filler)).addAttributes(pair(TYPE, "x")))))
                .containsExactly(Regelcode.SUBJECT_EMPTY);
    }

    @Test
    @Requirement({"LDV-L6", "LDV-F11"})
    void aLineIsAboutOneDataSubject() {
        AnyValue.Builder list = AnyValue.newBuilder()
                .setArrayValue(ArrayValue.newBuilder()
                        .addValues(AnyValue.newBuilder().setStringValue("a"))
                        .addValues(AnyValue.newBuilder().setStringValue("b")));

        assertThat(codes(judge(plain().addAttributes(pair(SUBJECT, list)).addAttributes(pair(TYPE, "x")))))
                .containsExactly(Regelcode.SUBJECT_SEVERAL);
        assertThat(codes(judge(plain().addAttributes(pair(SUBJECT, "a,b")).addAttributes(pair(TYPE, "x")))))
                .containsExactly(Regelcode.SUBJECT_SEVERAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cbs", "urn:oin:1", "https:///pad", "ftp://a.nl", ""})
    @Requirement("LDV-F13")
    void theCallingApplicationIsAWebAddress(String value) {
        Span.Builder line = plain().setParentSpanId(Proef.bytes(Proef.PARENT)).addAttributes(pair(PROCESSOR, value));

        assertThat(codes(judge(line))).containsExactly(Regelcode.PROCESSOR_NOT_URL);
    }

    @Test
    @Requirement({"LDV-L13a", "LDV-F13"})
    void whoNamesTheCallerNamesItsAction() {
        assertThat(codes(judge(plain().addAttributes(pair(PROCESSOR, Proef.PROCESSOR)))))
                .containsExactly(Regelcode.PROCESSOR_WITHOUT_PARENT);
    }

    @Test
    @Requirement("LDV-L13b")
    void aParentElsewhereWithoutCallerIsReported() {
        Span.Builder line = plain().setParentSpanId(Proef.bytes(Proef.PARENT)).setFlags(0x300);

        assertThat(codes(judge(line))).containsExactly(Regelcode.PARENT_WITHOUT_PROCESSOR);
        assertThat(codes(judge(line.setFlags(0x100)))).isEmpty();
    }

    @Test
    @Requirement("LDV-L22")
    void moreDetailThanTheActivityWantsIsReported() {
        Span.Builder line = plain().addAttributes(pair("dpl.ddas.inkomen_waarde", "hoog"));

        assertThat(codes(judge(register(Betrokkenen.GEEN, 1), line))).containsExactly(Regelcode.DETAIL_LEVEL);
        assertThat(codes(judge(register(Betrokkenen.GEEN, 3), line))).isEmpty();
    }

    @Test
    @Requirement("LDV-L23")
    void aBsnIsNoSubjectUnlessThePolicySaysSo() {
        Span.Builder line = plain().addAttributes(pair(SUBJECT, "999993653")).addAttributes(pair(TYPE, "BSN"));

        assertThat(codes(judge(line))).containsExactly(Regelcode.SUBJECT_IS_BSN);
        Regeltoets open =
                new Regeltoets(policy(Gevolg.WAARSCHUWEN, false), Proef.DDAS, Verwerkingsactiviteiten.ONBEKEND);
        assertThat(codes(judge(open, line))).isEmpty();
    }

    /// The action above the lines of several data subjects has none itself, so a strict policy is a choice.
    @Test
    @Requirement("LDV-L5")
    void aLineWithoutSubjectGoesWhereThePolicySays() {
        Span.Builder line = plain();

        assertThat(judge(register(Betrokkenen.PER_BETROKKENE, 1), line)).isInstanceOf(Toetsuitslag.Aangenomen.class);
        assertThat(judge(
                        new Regeltoets(
                                policy(Gevolg.WEIGEREN, true), Proef.DDAS, activities(Betrokkenen.PER_BETROKKENE, 1)),
                        line))
                .isInstanceOf(Toetsuitslag.Geweigerd.class);
    }

    private static Toetsbeleid policy(Gevolg withoutSubject, boolean pseudonymsOnly) {
        return new Toetsbeleid(
                false,
                Duration.ofMinutes(5),
                Gevolg.QUARANTAINE,
                withoutSubject,
                Toetsbeleid.Gebruiker.WEIGEREN,
                Toetsbeleid.ZonderDpl.WEIGEREN,
                pseudonymsOnly,
                false);
    }

    private static Regeltoets register(Betrokkenen kind, int level) {
        return new Regeltoets(Toetsbeleid.STRIKT, Proef.DDAS, activities(kind, level));
    }

    private static Verwerkingsactiviteiten activities(Betrokkenen kind, int level) {
        return (uri, _) ->
                Optional.of(new Verwerkingsactiviteit(kind, level)).filter(_ -> uri.equals(Proef.ACTIVITEIT));
    }
}

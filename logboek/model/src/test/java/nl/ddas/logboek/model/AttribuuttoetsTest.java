// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static nl.ddas.logboek.model.Proef.codes;
import static nl.ddas.logboek.model.Proef.judge;
import static nl.ddas.logboek.model.Proef.lenient;
import static nl.ddas.logboek.model.Proef.line;
import static nl.ddas.logboek.model.Proef.pair;
import static nl.ddas.logboek.model.Proef.plain;
import static nl.ddas.logboek.model.Proef.span;
import static nl.ddas.logboek.model.Proef.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Duration;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttribuuttoetsTest {

    @Test
    @Requirement({"LDV-F9", "LDV-L4"})
    void aKeyStandsThereOnce() {
        assertThat(codes(judge(span().addAttributes(pair("dpl.ddas.a", "1")).addAttributes(pair("dpl.ddas.a", "1")))))
                .containsExactly(Regelcode.ATTRIBUTE_DUPLICATE_KEY);
    }

    @Test
    @Requirement("LDV-F9")
    void aNameWithinAGroupStandsThereOnceToo() {
        AnyValue.Builder group = AnyValue.newBuilder()
                .setKvlistValue(
                        KeyValueList.newBuilder().addValues(pair("x", "1")).addValues(pair("x", "2")));
        AnyValue.Builder list =
                AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(group));

        assertThat(codes(judge(span().addAttributes(pair("dpl.ddas.lijst", list)))))
                .containsExactly(Regelcode.ATTRIBUTE_DUPLICATE_KEY);
    }

    @Test
    @Requirement("LDV-F9")
    void aLineThatTheSenderCutIsLookedAt() {
        assertThat(codes(judge(span().setDroppedAttributesCount(1)))).containsExactly(Regelcode.ATTRIBUTES_DROPPED);
    }

    @Test
    @Requirement("LDV-F9")
    void anEmptyKeyIsRefused() {
        assertThat(codes(judge(span().addAttributes(pair("", "x"))))).contains(Regelcode.ATTRIBUTE_KEY_EMPTY);
    }

    @Test
    @Requirement("LDV-F9")
    void aValueOfAnExtensionIsTextOrList() {
        Span.Builder number = span().addAttributes(
                        pair("dpl.ddas.aantal", AnyValue.newBuilder().setIntValue(12)));

        assertThat(codes(judge(number))).containsExactly(Regelcode.ATTRIBUTE_TYPE);
        Logregel regel = line(judge(lenient(), number));
        assertThat(regel.attributes().text("dpl.ddas.aantal")).hasValue("12");
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.VALUE_TO_TEXT);
    }

    @Test
    @Requirement("LDV-F8")
    void aResourceHasEachKeyOnceAndIsSharedByItsLines() {
        byte[] good = Proef.request(span().build(), plain().build()).toByteArray();
        var both = Proef.judge(Proef.strict(), Proef.read(Invoervorm.OTLP_PROTOBUF, good));
        assertThat(line(both.get(0)).resource()).isSameAs(line(both.get(1)).resource());

        var request = Proef.request(span().build()).toBuilder();
        request.getResourceSpansBuilder(0).getResourceBuilder().addAttributes(pair("service.name", "ander"));
        var one = Proef.judge(
                Proef.strict(),
                Proef.read(Invoervorm.OTLP_PROTOBUF, request.build().toByteArray()));
        assertThat(codes(one.getFirst())).containsExactly(Regelcode.RESOURCE_DUPLICATE_KEY);
    }

    @Test
    @Requirement("LDV-L9")
    void aKeyThatTheCoreDoesNotHaveIsRefused() {
        assertThat(codes(judge(span().addAttributes(pair("dpl.core.foreign_operation_id", "x")))))
                .containsExactly(Regelcode.CORE_KEY_UNKNOWN);
    }

    @Test
    @Requirement("LDV-L9")
    void aKeyOfAnUnknownExtensionGoesWhereThePolicySays() {
        Span.Builder line = span().addAttributes(pair("dpl.objects.algorithm_id", "https://a.nl/1"));

        assertThat(judge(line)).isInstanceOf(Toetsuitslag.Quarantaine.class);
        assertThat(judge(with(Gevolg.WEIGEREN), line)).isInstanceOf(Toetsuitslag.Geweigerd.class);
        assertThat(judge(with(Gevolg.WAARSCHUWEN), line)).isInstanceOf(Toetsuitslag.Aangenomen.class);
        assertThat(codes(judge(line))).containsExactly(Regelcode.NAMESPACE_UNKNOWN);
        assertThat(codes(judge(span().addAttributes(pair("dpl.ddas.levering_id", "x")))))
                .isEmpty();
        assertThat(codes(judge(span().addAttributes(pair("http.route", "/x"))))).containsExactly(Regelcode.OUTSIDE_DPL);
    }

    @Test
    @Requirement("LDV-L9")
    void theMistypedKeyOfAnOldLibraryIsMendedWhereThatIsAllowed() {
        Span.Builder line =
                plain().clearAttributes().addAttributes(pair("dpl.core.procsssing_activity_id", Proef.ACTIVITEIT));

        assertThat(codes(judge(line))).containsExactly(Regelcode.CORE_KEY_UNKNOWN);
        Logregel regel = line(judge(lenient(), line));
        assertThat(regel.processingActivityId()).hasValue(Proef.ACTIVITEIT);
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.KEY_ALIAS);
    }

    @Test
    @Requirement({"LDV-F14", "LDV-L14"})
    void theEventOfAnExceptionBecomesAttributes() {
        Span.Builder failed = span().setStatus(Status.newBuilder().setCodeValue(2))
                .addEvents(Span.Event.newBuilder().setName("other").addAttributes(pair("exception.type", "No")))
                .addEvents(Span.Event.newBuilder()
                        .setName("exception")
                        .addAttributes(pair("exception.type", "java.io.IOException"))
                        .addAttributes(pair("exception.message", "no connection"))
                        .addAttributes(pair("exception.stacktrace", "at x"))
                        .addAttributes(pair("exception.escaped", "true"))
                        .addAttributes(pair("thread.name", "main")));
        Logregel regel = line(judge(failed));

        assertThat(regel.attributes().text("exception.type")).hasValue("java.io.IOException");
        assertThat(regel.attributes().text("exception.message")).hasValue("no connection");
        assertThat(regel.attributes().find("exception.stacktrace")).isEmpty();
        assertThat(regel.attributes().find("thread.name")).isEmpty();
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.STACKTRACE_DROPPED);
    }

    @Test
    @Requirement("LDV-F14")
    void anErrorSaysWhatWentWrong() {
        assertThat(codes(judge(span().setStatus(Status.newBuilder().setCodeValue(2)))))
                .containsExactly(Regelcode.ERROR_WITHOUT_EXCEPTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"enduser.id", "user.name", "dpl.ddas.user_id", "dpl.nen7513.users.userID", "dpl.ddas.userName"})
    @Requirement("LDV-L15")
    void dataAboutAUserAreRefusedOrLeftOut(String key) {
        Span.Builder line = span().addAttributes(pair(key, "jansen"));

        assertThat(codes(judge(line))).containsExactly(Regelcode.USER_DATA);
        Logregel regel = line(judge(leavingOut(), line));
        assertThat(regel.attributes().find(key)).isEmpty();
        assertThat(regel.herkomst().vlaggen()).containsExactly(Ingestvlag.USER_DATA_DROPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "LDV-L16, dpl.ddas.legal_basis, REGISTER_FACT",
        "LDV-L16, dpl.ddas.rechtsgrond, REGISTER_FACT",
        "LDV-L16, dpl.ddas.controller.name, REGISTER_FACT",
        "LDV-L17, dpl.ddas.bewaartermijn, RETENTION",
        "LDV-L17, dpl.ddas.retention_period, RETENTION",
        "LDV-L17, dpl.ddas.delete_after, RETENTION"
    })
    @Requirement({"LDV-L16", "LDV-L17"})
    void whatTheRegisterKnowsDoesNotStandInALine(String rule, String key, Regelcode code) {
        assertThat(code.regel()).isEqualTo(rule);
        assertThat(codes(judge(span().addAttributes(pair(key, "x"))))).containsExactly(code);
    }

    @Test
    @Requirement("LDV-L16")
    void aLargeValueIsReported() {
        assertThat(codes(judge(span().addAttributes(pair("dpl.ddas.tekst", "x ".repeat(2100))))))
                .containsExactly(Regelcode.VALUE_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dpl.core.confidentiality_level", "dpl.ddas.vertrouwelijkheid"})
    @Requirement("LDV-L18")
    void confidentialityIsLeftOutAndReported(String key) {
        Toetsuitslag uitslag = judge(span().addAttributes(pair(key, "high")));

        assertThat(line(uitslag).attributes().find(key)).isEmpty();
        assertThat(line(uitslag).herkomst().vlaggen()).containsExactly(Ingestvlag.CONFIDENTIALITY_DROPPED);
        assertThat(codes(uitslag)).containsExactly(Regelcode.CONFIDENTIALITY);
    }

    @Test
    @Requirement("OTLP-10")
    void ordinaryTelemetryIsRefusedOrPassedOver() {
        Span.Builder ordinary = span().clearAttributes().addAttributes(pair("http.route", "/x"));

        assertThat(codes(judge(ordinary))).contains(Regelcode.NOT_LDV);
        assertThat(judge(passingOver(), ordinary)).isEqualTo(new Toetsuitslag.Genegeerd());
    }

    @Test
    @Requirement("LDV-L4")
    void halfCharactersAndNulAreRefused() {
        assertThat(codes(judge(span().addAttributes(pair("dpl.ddas.tekst", "a\0b")))))
                .containsExactly(Regelcode.TEXT_UNICODE);
        assertThat(Waardetoets.isUnicode("a\ud800")).isFalse();
        assertThat(Waardetoets.isUnicode("\udc00a")).isFalse();
        assertThat(Waardetoets.isUnicode("goed: \ud83d\ude00")).isTrue();
    }

    @Test
    @Requirement("LDV-L4")
    void noMessageRepeatsAValue() {
        Span.Builder wrong = span().setTraceId(Proef.bytes("abcd"))
                .setStartTimeUnixNano(1_764_068_470L)
                .addAttributes(pair("dpl.core.foreign_operation_id", "geheim-9"))
                .addAttributes(pair("dpl.ddas.geheim 9", "geheim-9"))
                .addAttributes(pair("dpl.ddas.123456782", "geheim-9"));

        assertThat(violations(judge(wrong))).hasSizeGreaterThan(4).allSatisfy(one -> assertThat(one.melding())
                .doesNotContain("geheim", "1764068470", "abcd", "123456782"));
    }

    private static Regeltoets with(Gevolg unknown) {
        return toets(unknown, Toetsbeleid.Gebruiker.WEIGEREN, Toetsbeleid.ZonderDpl.WEIGEREN);
    }

    private static Regeltoets leavingOut() {
        return toets(Gevolg.QUARANTAINE, Toetsbeleid.Gebruiker.WEGLATEN, Toetsbeleid.ZonderDpl.WEIGEREN);
    }

    private static Regeltoets passingOver() {
        return toets(Gevolg.QUARANTAINE, Toetsbeleid.Gebruiker.WEIGEREN, Toetsbeleid.ZonderDpl.NEGEREN);
    }

    private static Regeltoets toets(Gevolg unknown, Toetsbeleid.Gebruiker user, Toetsbeleid.ZonderDpl without) {
        return new Regeltoets(
                new Toetsbeleid(false, Duration.ofMinutes(5), unknown, Gevolg.WAARSCHUWEN, user, without, true, false),
                Proef.DDAS,
                Verwerkingsactiviteiten.ONBEKEND);
    }
}

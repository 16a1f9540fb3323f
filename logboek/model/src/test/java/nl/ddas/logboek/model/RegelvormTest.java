// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The form in which lines are hashed may never change by accident: a tree made of it would fall over.
class RegelvormTest {

    @Test
    void theBytesOfALineAreFixed() {
        Logregel regel = new Logregel(
                TraceId.of(new Octetten(Proef.TRACE)).orElseThrow(),
                SpanId.of(new Octetten(Proef.SPAN)).orElseThrow(),
                SpanId.of(new Octetten(Proef.PARENT)),
                Status.OK,
                "Lezen!",
                new Tijdspanne(1_764_068_470_669_000_000L, 1_764_068_470_669_000_001L),
                new Resource(Attributen.of(List.of(Attribuut.of("service.name", "balie")))),
                Attributen.of(List.of(
                        Attribuut.of("langer", "x"),
                        new Attribuut("a", new Waarde.Geheel(-1)),
                        new Attribuut(
                                "b",
                                new Waarde.Lijst(
                                        List.of(new Waarde.Vlag(true), new Waarde.Leeg(), new Waarde.Breuk(1.5)))))),
                new Herkomst(0x300, "a=b", Optional.empty(), Set.of(Ingestvlag.NAME_FILLED)));

        assertThat(HexFormat.of().formatHex(Regelvorm.write(regel)))
                .isEqualTo(
                        "8e01" // array of 14, version 1
                                + "50" + Proef.TRACE
                                + "48" + Proef.SPAN
                                + "48" + Proef.PARENT
                                + "01" // Ok
                                + "664c657a656e21" // Lezen!
                                + "1b" + HexFormat.of().toHexDigits(1_764_068_470_669_000_000L)
                                + "1b" + HexFormat.of().toHexDigits(1_764_068_470_669_000_001L)
                                + "a1" + "6c736572766963652e6e616d65" + "6562616c6965" // service.name: balie
                                + "a3" // three attributes, shortest key first
                                + "6161" + "20" // a: -1
                                + "6162" + "83f5f6f93e00" // b: [true, null, 1.5]
                                + "666c616e676572" + "6178" // langer: x
                                + "190300" // flags
                                + "63613d62" // a=b
                                + "f6" // no foreign action
                                + "81" + "6b6e616d652d66696c6c6564"); // name-filled
        assertThat(Regelvorm.read(Regelvorm.write(regel))).hasValue(regel);
    }

    /// From appendix A of RFC 8949.
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "23, 17",
        "24, 1818",
        "100, 1864",
        "1000, 1903e8",
        "1000000, 1a000f4240",
        "1000000000000, 1b000000e8d4a51000",
        "-1, 20",
        "-10, 29",
        "-1000, 3903e7",
        "9223372036854775807, 1b7fffffffffffffff",
        "-9223372036854775808, 3b7fffffffffffffff"
    })
    void wholeNumbersAreAsShortAsTheRfcHasThem(long number, String hex) {
        assertThat(HexFormat.of().formatHex(new CborSchrijver().whole(number).bytes()))
                .isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, f90000",
        "-0.0, f98000",
        "1.0, f93c00",
        "1.1, fb3ff199999999999a",
        "1.5, f93e00",
        "65504.0, f97bff",
        "100000.0, fa47c35000",
        "3.4028234663852886e+38, fa7f7fffff",
        "1.0e+300, fb7e37e43c8800759c",
        "5.960464477539063e-8, f90001",
        "-4.1, fbc010666666666666",
        "Infinity, f97c00",
        "NaN, f97e00"
    })
    void fractionsAreAsShortAsTheRfcHasThem(double number, String hex) {
        assertThat(HexFormat.of()
                        .formatHex(new CborSchrijver()
                                .value(new Waarde.Breuk(number))
                                .bytes()))
                .isEqualTo(hex);
    }

    @Property(tries = 200)
    void everyLineComesBackAsItWas(@ForAll("lines") Logregel regel) {
        assertThat(Regelvorm.read(Regelvorm.write(regel))).hasValue(regel);
    }

    @Property(tries = 200)
    void differentLinesHaveDifferentBytes(@ForAll("lines") Logregel one, @ForAll("lines") Logregel other) {
        assertThat(Arrays.equals(Regelvorm.write(one), Regelvorm.write(other))).isEqualTo(one.equals(other));
    }

    @Property(tries = 200)
    void noOtherBytesAreALine(@ForAll("lines") Logregel regel, @ForAll int place, @ForAll byte change) {
        byte[] bytes = Regelvorm.write(regel);
        byte[] changed = bytes.clone();
        changed[Math.floorMod(place, bytes.length)] ^= change;

        Optional<Logregel> read = Regelvorm.read(changed);

        assertThat(read.isEmpty() || Arrays.equals(Regelvorm.write(read.get()), changed))
                .isTrue();
        assertThat(Regelvorm.read(Arrays.copyOf(bytes, bytes.length - 1))).isEmpty();
        assertThat(Regelvorm.read(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
    }

    @Property(tries = 200)
    void whatWasNotedOnTheWayInIsNotPartOfWhatTheSenderSaid(@ForAll("lines") Logregel regel) {
        assertThat(Regelvorm.writeInhoud(regel)).isEqualTo(Regelvorm.write(regel.zonderVlaggen()));
    }

    /// The writer of OTLP and its reader agree on everything but what was noted on the way in.
    @Property(tries = 200)
    void everyLineComesBackThroughOtlp(@ForAll("lines") Logregel regel) {
        Invoer.Gelezen read =
                (Invoer.Gelezen) Proef.read(Invoervorm.OTLP_PROTOBUF, OtlpSchrijver.write(List.of(regel)));
        Invoerregel back = read.groepen().getFirst().regels().getFirst();

        assertThat(TraceId.of(back.sleutels().traceId())).hasValue(regel.traceId());
        assertThat(SpanId.of(back.sleutels().spanId())).hasValue(regel.spanId());
        assertThat(SpanId.of(back.sleutels().parentSpanId())).isEqualTo(regel.parentSpanId());
        assertThat(back.status()).isEqualTo(regel.status().code());
        assertThat(back.name()).isEqualTo(regel.name());
        assertThat(back.start()).isEqualTo(regel.tijd().start());
        assertThat(back.eind()).isEqualTo(regel.tijd().eind());
        assertThat(Attributen.of(back.attributen())).isEqualTo(regel.attributes());
        assertThat(Attributen.of(read.groepen().getFirst().resource()))
                .isEqualTo(regel.resource().attributes());
        assertThat(back.flags()).isEqualTo(regel.herkomst().flags());
    }

    @Provide
    Arbitrary<Logregel> lines() {
        Arbitrary<TraceId> traces = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as((hoog, laag) -> new TraceId(hoog, laag == 0 ? 1 : laag));
        Arbitrary<SpanId> spans = Arbitraries.longs().filter(one -> one != 0).map(SpanId::new);
        Arbitrary<Tijdspanne> times = Combinators.combine(
                        Arbitraries.longs().between(1, Long.MAX_VALUE / 2),
                        Arbitraries.longs().between(0, Long.MAX_VALUE / 2))
                .as((start, length) -> new Tijdspanne(start, start + length));
        Arbitrary<Herkomst> origins = Combinators.combine(
                        Arbitraries.integers(),
                        Arbitraries.strings().ascii().ofMaxLength(8),
                        Combinators.combine(traces, spans).as(VreemdeActie::new).optional(),
                        Arbitraries.of(Ingestvlag.class).set())
                .as(Herkomst::new);
        return Combinators.combine(
                        Combinators.combine(traces, spans).as(Map::entry),
                        spans.optional(),
                        Arbitraries.of(Status.class),
                        text(),
                        times,
                        attributes(),
                        attributes(),
                        origins)
                .as((ids, parent, status, name, time, resource, attributes, origin) -> new Logregel(
                        ids.getKey(),
                        ids.getValue(),
                        parent,
                        status,
                        name,
                        time,
                        new Resource(resource),
                        attributes,
                        origin));
    }

    private static Arbitrary<Attributen> attributes() {
        return Arbitraries.maps(text(), values(3)).ofMaxSize(4).map(RegelvormTest::attributes);
    }

    private static Attributen attributes(Map<String, Waarde> map) {
        return Attributen.of(pairs(map));
    }

    private static List<Attribuut> pairs(Map<String, Waarde> map) {
        return new TreeMap<>(map)
                .entrySet().stream()
                        .map(entry -> new Attribuut(entry.getKey(), entry.getValue()))
                        .toList();
    }

    private static Arbitrary<Waarde> values(int depth) {
        Arbitrary<Waarde> simple = Arbitraries.oneOf(
                text().map(Waarde.Tekst::new),
                Arbitraries.longs().map(Waarde.Geheel::new),
                Arbitraries.doubles().map(Waarde.Breuk::new),
                Arbitraries.floats().map(number -> new Waarde.Breuk(number)),
                Arbitraries.of(true, false).map(Waarde.Vlag::new),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(bytes -> new Waarde.Bytes(Octetten.of(bytes))),
                Arbitraries.just(new Waarde.Leeg()));
        if (depth == 0) {
            return simple;
        }
        return Arbitraries.frequencyOf(
                Tuple.of(6, simple),
                Tuple.of(1, values(depth - 1).list().ofMaxSize(3).map(Waarde.Lijst::new)),
                Tuple.of(
                        1,
                        Arbitraries.maps(text(), values(depth - 1))
                                .ofMaxSize(3)
                                .map(map -> new Waarde.Groep(pairs(map)))));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\u00e9', '\u20ac', '\u4e2d')
                .ofMaxLength(30);
    }

    /// There are many of them in 64 bits; two lines that are equal have the same bytes.
    @Test
    void everyNotANumberIsTheSame() {
        double odd = Double.longBitsToDouble(0x7ff8_0000_0000_0001L);

        assertThat(Double.doubleToRawLongBits(new Waarde.Breuk(odd).getal()))
                .isEqualTo(Double.doubleToRawLongBits(Double.NaN));
        assertThat(new CborSchrijver().value(new Waarde.Breuk(odd)).bytes())
                .isEqualTo(
                        new CborSchrijver().value(new Waarde.Breuk(Double.NaN)).bytes());
    }
}

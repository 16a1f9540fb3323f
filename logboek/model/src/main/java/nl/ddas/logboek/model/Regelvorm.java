// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The one form of a line in bytes, for hashing: deterministic CBOR (RFC 8949, 4.2.1). Two lines have the same bytes
/// exactly when they are equal, so a digest over them binds every field, and anybody can check it with a CBOR library.
///
/// An array of 14, in CDDL: `[1, trace_id: bstr .size 16, span_id: bstr .size 8, parent_span_id: bstr .size 8 / null,`
/// `status: 0..2, name: tstr, start: uint, end: uint, resource: {* tstr => any}, attributes: {* tstr => any}, flags:
/// uint, tracestate: tstr, foreign: [bstr .size 16, bstr .size 8] / null, ingest_flags: [* tstr]]`. The first number is
/// the version of this form; times are nanoseconds.
public final class Regelvorm {

    private static final int VERSIE = 1;
    private static final int VELDEN = 14;

    private Regelvorm() {}

    /// The bytes of a whole line, what was noted about its way in included.
    public static byte[] write(Logregel regel) {
        Herkomst herkomst = regel.herkomst();
        CborSchrijver cbor = new CborSchrijver()
                .array(VELDEN)
                .whole(VERSIE)
                .bytes(regel.traceId().bytes())
                .bytes(regel.spanId().bytes());
        regel.parentSpanId().ifPresentOrElse(parent -> cbor.bytes(parent.bytes()), cbor::nothing);
        cbor.whole(regel.status().code())
                .text(regel.name())
                .whole(regel.tijd().start())
                .whole(regel.tijd().eind())
                .map(regel.resource().attributes().alle())
                .map(regel.attributes().alle())
                .whole(Integer.toUnsignedLong(herkomst.flags()))
                .text(herkomst.traceState());
        herkomst.vreemdeActie()
                .ifPresentOrElse(
                        actie -> cbor.array(2)
                                .bytes(actie.traceId().bytes())
                                .bytes(actie.spanId().bytes()),
                        cbor::nothing);
        cbor.array(herkomst.vlaggen().size());
        herkomst.vlaggen().stream().map(Ingestvlag::tekst).sorted().forEach(cbor::text);
        return cbor.bytes();
    }

    /// The bytes of what the sender said: equal for a line that comes again, whichever way it came.
    public static byte[] writeInhoud(Logregel regel) {
        return write(regel.zonderVlaggen());
    }

    /// The line of these bytes; empty when [#write] did not make them.
    public static Optional<Logregel> read(byte[] bytes) {
        try {
            CborLezer cbor = new CborLezer(bytes);
            Waarde whole = cbor.value();
            boolean isWhole = cbor.isAtEnd()
                    && whole instanceof Waarde.Lijst(List<Waarde> velden)
                    && velden.size() == VELDEN
                    && velden.getFirst().equals(new Waarde.Geheel(VERSIE));
            return isWhole
                    ? Optional.of(line(((Waarde.Lijst) whole).waarden()))
                            .filter(line -> Arrays.equals(write(line), bytes))
                    : Optional.empty();
        } catch (CborLezer.Onleesbaar | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Logregel line(List<Waarde> velden) {
        return new Logregel(
                traceId(velden.get(1)),
                spanId(velden.get(2)),
                isNothing(velden.get(3)) ? Optional.empty() : Optional.of(spanId(velden.get(3))),
                Status.of((int) whole(velden.get(4))).orElseThrow(Regelvorm::unfit),
                text(velden.get(5)),
                new Tijdspanne(whole(velden.get(6)), whole(velden.get(7))),
                new Resource(attributes(velden.get(8))),
                attributes(velden.get(9)),
                new Herkomst(
                        (int) whole(velden.get(10)),
                        text(velden.get(11)),
                        isNothing(velden.get(12)) ? Optional.empty() : Optional.of(foreign(list(velden.get(12)))),
                        flags(list(velden.get(13)))));
    }

    private static Set<Ingestvlag> flags(List<Waarde> waarden) {
        Set<Ingestvlag> vlaggen = EnumSet.noneOf(Ingestvlag.class);
        waarden.forEach(one -> vlaggen.add(Ingestvlag.of(text(one)).orElseThrow(Regelvorm::unfit)));
        return vlaggen;
    }

    private static VreemdeActie foreign(List<Waarde> pair) {
        if (pair.size() != 2) {
            throw unfit();
        }
        return new VreemdeActie(traceId(pair.get(0)), spanId(pair.get(1)));
    }

    private static TraceId traceId(Waarde waarde) {
        return TraceId.of(octets(waarde)).orElseThrow(Regelvorm::unfit);
    }

    private static SpanId spanId(Waarde waarde) {
        return SpanId.of(octets(waarde)).orElseThrow(Regelvorm::unfit);
    }

    private static boolean isNothing(Waarde waarde) {
        return waarde instanceof Waarde.Leeg;
    }

    private static Octetten octets(Waarde waarde) {
        if (waarde instanceof Waarde.Bytes(Octetten bytes)) {
            return bytes;
        }
        throw unfit();
    }

    private static String text(Waarde waarde) {
        if (waarde instanceof Waarde.Tekst(String tekst)) {
            return tekst;
        }
        throw unfit();
    }

    private static long whole(Waarde waarde) {
        if (waarde instanceof Waarde.Geheel(long getal)) {
            return getal;
        }
        throw unfit();
    }

    private static List<Waarde> list(Waarde waarde) {
        if (waarde instanceof Waarde.Lijst(List<Waarde> waarden)) {
            return waarden;
        }
        throw unfit();
    }

    private static Attributen attributes(Waarde waarde) {
        if (waarde instanceof Waarde.Groep(List<Attribuut> leden)) {
            return Attributen.of(leden);
        }
        throw unfit();
    }

    private static CborLezer.Onleesbaar unfit() {
        return new CborLezer.Onleesbaar("not the form of a line");
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A line while a decoder fills it.
final class Regelbouw {

    static final String UITZONDERING = "exception";
    static final String UITZONDERINGSVELD = UITZONDERING + ".";
    private static final int MAX_GEBREKEN = 32;

    Octetten traceId = Octetten.LEEG;
    Octetten spanId = Octetten.LEEG;
    Octetten parentSpanId = Octetten.LEEG;
    Octetten vreemdeTraceId = Octetten.LEEG;
    Octetten vreemdeSpanId = Octetten.LEEG;
    int status;
    String statusmelding = "";
    String name = "";
    long start;
    long eind;
    int weggelaten;
    int flags;
    String traceState = "";
    final List<Attribuut> attributen = new ArrayList<>();
    final Set<Ingestvlag> vlaggen = EnumSet.noneOf(Ingestvlag.class);

    private List<Attribuut> uitzondering = List.of();
    private final List<Schending> gebreken = new ArrayList<>();

    /// A line of which nothing could be read.
    static Invoerregel unreadable(Regelcode code, Ruw ruw) {
        Regelbouw bouw = new Regelbouw();
        bouw.report(code, "line", "");
        return bouw.build(ruw);
    }

    void report(Regelcode code, String plaats, String hint) {
        report(new Schending(code, plaats, hint));
    }

    void report(Regelcode code, Kernveld veld) {
        report(Schending.of(code, veld));
    }

    /// About an attribute.
    void report(Regelcode code, String sleutel) {
        report(Schending.of(code, sleutel));
    }

    /// A million defects in one line say no more than the first.
    private void report(Schending gebrek) {
        if (gebreken.size() < MAX_GEBREKEN) {
            gebreken.add(gebrek);
        }
    }

    /// An event of OTLP. That of an exception becomes attributes (LDV 3.3.2.3), the last one counts; others are
    /// dropped.
    void event(String naam, List<Attribuut> inhoud) {
        if (naam.equals(UITZONDERING)) {
            uitzondering = inhoud.stream()
                    .filter(one -> one.sleutel().startsWith(UITZONDERINGSVELD))
                    .toList();
        }
    }

    /// The line, or none when it is longer than could be kept.
    Invoerregel complete(Ruw ruw) {
        return ruw.isAfgekapt() ? unreadable(Regelcode.LINE_TOO_LARGE, ruw.limited(Ruw.GRENS)) : build(ruw);
    }

    /// Of an event only what becomes an attribute counts.
    void tooDeepInEvent(String sleutel) {
        if (sleutel.startsWith(UITZONDERINGSVELD)) {
            report(Regelcode.VALUE_TOO_DEEP, Kernveld.ATTRIBUTES);
        }
    }

    /// What was found wrong so far.
    List<Schending> gebreken() {
        return gebreken;
    }

    Invoerregel build(Ruw ruw) {
        for (Attribuut one : uitzondering) {
            if (attributen.stream().noneMatch(own -> own.sleutel().equals(one.sleutel()))) {
                attributen.add(one);
            }
        }
        return new Invoerregel(
                new Invoerregel.Sleutels(traceId, spanId, parentSpanId, vreemdeTraceId, vreemdeSpanId),
                status,
                statusmelding,
                name,
                start,
                eind,
                attributen,
                weggelaten,
                flags,
                traceState,
                vlaggen,
                gebreken,
                ruw);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// The calling action as older texts have it, in fields of its own: the party becomes an attribute, and the action the
/// parent where it is in the same trace. Otherwise it stays beside the line, so that it can be found.
final class Vreemd {

    private Vreemd() {}

    static void complete(Regelbouw regel, String entiteit) {
        boolean genoemd = regel.vreemdeTraceId.length() > 0 || regel.vreemdeSpanId.length() > 0;
        if (!entiteit.isEmpty()) {
            regel.attributen.add(Attribuut.of(Kernsleutel.PROCESSOR.sleutel(), entiteit));
        }
        if (genoemd || !entiteit.isEmpty()) {
            regel.vlaggen.add(Ingestvlag.FOREIGN_OPERATION);
        }
        if (genoemd && regel.parentSpanId.length() == 0 && regel.vreemdeTraceId.equals(regel.traceId)) {
            regel.parentSpanId = regel.vreemdeSpanId;
        }
    }
}

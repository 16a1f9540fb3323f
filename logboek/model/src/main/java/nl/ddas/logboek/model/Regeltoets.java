// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges lines (LDV 1.0.0): structure, attributes, data subject, and what must not be in a log. Tells everything that
/// is wrong with a line at once. Holds no state and never throws, whatever a line holds.
public final class Regeltoets {

    private final Toetsbeleid beleid;
    private final Attribuuttoets attribuuttoets;
    private final Betrokkenetoets betrokkenetoets;

    /// @param naamruimten the extensions that are established here
    /// @param activiteiten the register
    public Regeltoets(Toetsbeleid beleid, Naamruimten naamruimten, Verwerkingsactiviteiten activiteiten) {
        this.beleid = beleid;
        this.attribuuttoets = new Attribuuttoets(naamruimten);
        this.betrokkenetoets = new Betrokkenetoets(activiteiten, naamruimten);
    }

    /// Judges each line of a group; the lines share one resource.
    ///
    /// @param now for what may not lie in the future
    public List<Toetsuitslag> judge(Invoergroep groep, Instant now) {
        Regelwerk overResource = new Regelwerk(beleid);
        groep.gebreken().forEach(overResource::report);
        Resource resource = Resourcetoets.check(groep.resource(), overResource);
        return groep.regels().stream()
                .map(regel -> judge(regel, resource, overResource, now))
                .toList();
    }

    private Toetsuitslag judge(Invoerregel regel, Resource resource, Regelwerk overResource, Instant now) {
        if (regel.isOnleesbaar()) {
            return new Toetsuitslag.Geweigerd(regel, regel.gebreken());
        }
        boolean isLdv =
                regel.attributen().stream().anyMatch(one -> one.sleutel().startsWith(Attribuuttoets.DPL));
        if (!isLdv && beleid.zonderDpl() == Toetsbeleid.ZonderDpl.NEGEREN) {
            return new Toetsuitslag.Genegeerd();
        }
        Regelwerk werk = new Regelwerk(beleid);
        regel.gebreken().forEach(werk::report);
        regel.vlaggen().forEach(vlag -> werk.convert(vlag, place(vlag)));
        overResource.schendingen().forEach(werk::report);
        werk.vlaggen().addAll(overResource.vlaggen());
        if (!isLdv) {
            werk.report(Regelcode.NOT_LDV, Kernveld.ATTRIBUTES);
        }
        return decide(beleid.soepel() ? Tussenvorm.convert(regel, werk) : regel, resource, werk, now);
    }

    private Toetsuitslag decide(Invoerregel regel, Resource resource, Regelwerk werk, Instant now) {
        Optional<Tijdspanne> tijd = Tijdtoets.check(regel, werk, now);
        Kerntoets.Kern kern = Kerntoets.check(regel, werk);
        List<Attribuut> attributen = attribuuttoets.check(regel, werk);
        betrokkenetoets.check(new Betrokkenetoets.Regel(attributen, regel, tijd.map(Tijdspanne::startMillis)), werk);
        boolean isGoed = werk.zwaarste() == Gevolg.WAARSCHUWEN
                && kern.traceId().isPresent()
                && kern.spanId().isPresent()
                && kern.status().isPresent()
                && tijd.isPresent();
        if (!isGoed) {
            return werk.zwaarste() == Gevolg.QUARANTAINE
                    ? new Toetsuitslag.Quarantaine(regel, werk.byWeight())
                    : new Toetsuitslag.Geweigerd(regel, werk.byWeight());
        }
        Logregel goed = new Logregel(
                kern.traceId().get(),
                kern.spanId().get(),
                kern.parentSpanId(),
                kern.status().get(),
                kern.name(),
                tijd.get(),
                resource,
                Attributen.of(attributen),
                new Herkomst(regel.flags(), kern.traceState(), kern.vreemdeActie(), Set.copyOf(werk.vlaggen())));
        return new Toetsuitslag.Aangenomen(goed, werk.schendingen());
    }

    /// Where the decoder made the change.
    private static String place(Ingestvlag vlag) {
        return switch (vlag) {
            case STATUS_TEXT, STATUS_MESSAGE_DROPPED -> Kernveld.STATUS.naam();
            case TIME_TEXT -> Kernveld.START_TIME.naam();
            case TRACE_ID_DASHED -> Kernveld.TRACE_ID.naam();
            case NAME_FILLED -> Kernveld.NAME.naam();
            case PARENT_ZERO -> Kernveld.PARENT_SPAN_ID.naam();
            case STACKTRACE_DROPPED,
                    CONFIDENTIALITY_DROPPED,
                    USER_DATA_DROPPED,
                    TRACE_STATE_DROPPED,
                    FOREIGN_OPERATION,
                    KEY_ALIAS,
                    VALUE_TO_TEXT,
                    TYPE_MISSING -> Kernveld.ATTRIBUTES.naam();
        };
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.logboek.model.Kernsleutel;
import nl.ddas.logboek.model.TraceId;

/// Reads the body of a question: at least one of trace, activity and data subject (READ-1), all faults together, and
/// never a value in what it says.
final class Vraaglezer {

    /// Lines on a page at most.
    static final int MEESTE = 1000;

    private static final int GEWOON = 100;
    private static final Set<String> EIGEN = Set.of("traceId", "startTime", "endTime", "pageSize", "pageToken");

    private final Set<String> sleutels;
    private final Pseudoniemen pseudoniemen;
    private final Bladwijzer bladwijzer;

    /// @param extensies keys of extensions by which may be asked too
    Vraaglezer(Collection<String> extensies, Pseudoniemen pseudoniemen, Bladwijzer bladwijzer) {
        this.sleutels = new TreeSet<>(extensies);
        Stream.of(Kernsleutel.values()).map(Kernsleutel::sleutel).forEach(sleutels::add);
        this.pseudoniemen = pseudoniemen;
        this.bladwijzer = bladwijzer;
    }

    Vraaglezing read(JsonObject body) {
        Vraagvelden velden = new Vraagvelden(body);
        velden.onlyKnown(EIGEN, sleutels);
        Optional<TraceId> trace = velden.trace("traceId");
        long vanaf = velden.moment("startTime").orElse(0L);
        long tot = velden.moment("endTime").orElse(Long.MAX_VALUE);
        if (tot < vanaf) {
            velden.fault("endTime", "Verwacht: een moment dat niet voor startTime ligt.");
        }
        int aantal = velden.size("pageSize", MEESTE).orElse(GEWOON);
        Optional<Zoekvraag.Plaats> na = velden.token("pageToken", bladwijzer);
        SequencedMap<String, String> attributen = new TreeMap<>();
        sleutels.forEach(key -> velden.text(key).ifPresent(text -> attributen.put(key, text)));
        Optional<String> activiteit =
                Optional.ofNullable(attributen.remove(Kernsleutel.PROCESSING_ACTIVITY_ID.sleutel()));
        Optional<String> betrokkene = subject(velden, attributen);
        if (!hasOne(body)) {
            velden.fault(
                    "",
                    "Verwacht: ten minste traceId, dpl.core.processing_activity_id of dpl.core.data_subject_id. Maak de"
                            + " vraag zo precies mogelijk.");
        }
        return velden.faults().isEmpty()
                ? new Vraaglezing.Goed(new Leesvraag(trace, activiteit, betrokkene, attributen, vanaf, tot, na, aantal))
                : new Vraaglezing.Fout(velden.faults());
    }

    private static boolean hasOne(JsonObject body) {
        return List.of("traceId", Kernsleutel.PROCESSING_ACTIVITY_ID.sleutel(), Kernsleutel.DATA_SUBJECT_ID.sleutel())
                .stream()
                .anyMatch(key -> body.get(key).isPresent());
    }

    /// A BSN becomes a pseudonym before anything else sees it (READ-12).
    private Optional<String> subject(Vraagvelden velden, Map<String, String> attributen) {
        String sleutel = Kernsleutel.DATA_SUBJECT_ID.sleutel();
        String type = Kernsleutel.DATA_SUBJECT_ID_TYPE.sleutel();
        Optional<String> code = Optional.ofNullable(attributen.remove(sleutel));
        if (code.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> soort = Optional.ofNullable(attributen.get(type));
        if (soort.filter(Bsn.SOORT::equalsIgnoreCase).isEmpty()) {
            if (Bsn.isOne(code.get())) {
                velden.fault(type, "Verwacht: BSN, want dpl.core.data_subject_id heeft de vorm van een BSN.");
            }
            return code;
        }
        if (!Bsn.isOne(code.get())) {
            velden.fault(sleutel, "Verwacht: een BSN van negen cijfers.");
            return Optional.empty();
        }
        Optional<Pseudoniemen.Pseudoniem> pseudoniem = pseudoniemen.find(Bsn.SOORT, code.get());
        if (pseudoniem.isEmpty()) {
            velden.fault(sleutel, "Dit logboek kan niet op BSN zoeken. Zoek op het pseudoniem.");
            return Optional.empty();
        }
        attributen.put(type, pseudoniem.get().type());
        return Optional.of(pseudoniem.get().code());
    }
}

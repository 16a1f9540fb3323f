// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;
import nl.ddas.logboek.model.Invoergroep;
import nl.ddas.logboek.model.Invoerregel;
import nl.ddas.logboek.model.Invoervorm;
import nl.ddas.logboek.model.Regelcode;
import nl.ddas.logboek.model.Schending;

/// A line that is not in the log, to be kept apart so that it is not lost: its sender may not send it again
/// (OTLP, partial success). It may hold anything, a BSN too, so only who decides about it may read it.
///
/// @param codes why, most serious first; at least one
public record Apart(List<String> codes, Invoergroep groep, Invoerregel regel) {

    public Apart {
        codes = List.copyOf(codes);
    }

    static Apart of(Invoergroep groep, Invoerregel regel, List<Schending> schendingen) {
        return new Apart(codes(schendingen), groep, regel);
    }

    static List<String> codes(List<Schending> schendingen) {
        return schendingen.stream()
                .map(Schending::code)
                .map(Regelcode::name)
                .distinct()
                .toList();
    }

    /// The form of [#inhoud].
    Invoervorm vorm() {
        return groep.vorm();
    }

    /// Whether only the begin is kept: it cannot be judged again.
    boolean isAfgekapt() {
        return regel.ruw().isAfgekapt() || groep.ruweResource().isAfgekapt();
    }

    /// A body with this line alone, byte for byte as it came; made anew each time, because lines may share a large
    /// resource. Of a line that was cut only the begin of the line.
    byte[] inhoud() {
        return groep.body(regel).orElseGet(() -> regel.ruw().bytes());
    }

    /// About as many bytes as [#inhoud], and never fewer than those of the sender in it.
    long lengte() {
        return (long) regel.ruw().length()
                + (isAfgekapt() ? 0 : groep.ruweResource().length());
    }

    @Override
    public String toString() {
        return "Apart" + codes;
    }
}

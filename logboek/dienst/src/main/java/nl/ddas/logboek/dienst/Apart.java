// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.List;
import nl.ddas.basis.Sha256;
import nl.ddas.logboek.model.Invoergroep;
import nl.ddas.logboek.model.Invoerregel;
import nl.ddas.logboek.model.OtlpSchrijver;
import nl.ddas.logboek.model.Schending;

/// A line that is not in the log, kept so that it is not lost: its sender may not send it again (OTLP, partial
/// success). It may hold anything, a BSN too, so only who decides about it may read it.
///
/// @param codes why, most serious first
/// @param isLeesbaar whether the content is a request of OTLP in protobuf that can be judged again; otherwise the bytes
///         of a line that could not be read
/// @param inhoud as it came
public record Apart(Houder houder, Instant ontvangen, List<String> codes, boolean isLeesbaar, byte[] inhoud) {

    public Apart {
        codes = List.copyOf(codes);
    }

    /// A line of a group, with the resource of that group.
    static Apart of(
            Houder houder, Instant ontvangen, Invoergroep groep, Invoerregel regel, List<Schending> schendingen) {
        List<String> codes =
                schendingen.stream().map(one -> one.code().name()).distinct().toList();
        return regel.isOnleesbaar()
                ? new Apart(houder, ontvangen, codes, false, regel.ruw().bytes())
                : new Apart(
                        houder,
                        ontvangen,
                        codes,
                        true,
                        OtlpSchrijver.write(new Invoergroep(groep.resource(), List.of(regel))));
    }

    /// Tells one from another: a line that is sent again is kept once.
    String digest() {
        return Sha256.hex(inhoud);
    }

    @Override
    public String toString() {
        return "Apart" + codes;
    }
}

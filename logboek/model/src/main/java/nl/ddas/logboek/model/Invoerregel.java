// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;
import java.util.Set;

/// A line as a decoder found it, right or wrong; [Regeltoets] judges it. Nothing is lost here: what cannot become a
/// [Logregel] can still be kept in quarantine as it came, see [Invoergroep#body]. Its `toString` shows no values.
///
/// @param statusmelding free text beside the status
/// @param start nanoseconds since the epoch, 0 when absent, negative above 2^63
/// @param attributen in the order in which they came, keys may repeat
/// @param weggelaten how many attributes the sender says it left out
/// @param vlaggen what the decoder changed
/// @param gebreken what the decoder found wrong
/// @param ruw the line as it came: the message of protobuf without its length, or the JSON object; cut after
///     [Ruw#GRENS] bytes when the line was too large to be read
public record Invoerregel(
        Sleutels sleutels,
        int status,
        String statusmelding,
        String name,
        long start,
        long eind,
        List<Attribuut> attributen,
        int weggelaten,
        int flags,
        String traceState,
        Set<Ingestvlag> vlaggen,
        List<Schending> gebreken,
        Ruw ruw) {

    /// The ids, of any length.
    ///
    /// @param vreemdeTraceId of the calling action, in older texts only
    public record Sleutels(
            Octetten traceId,
            Octetten spanId,
            Octetten parentSpanId,
            Octetten vreemdeTraceId,
            Octetten vreemdeSpanId) {}

    public Invoerregel {
        attributen = List.copyOf(attributen);
        vlaggen = Set.copyOf(vlaggen);
        gebreken = List.copyOf(gebreken);
    }

    /// Whether the bytes are no line at all.
    public boolean isOnleesbaar() {
        return gebreken.stream()
                .map(Schending::code)
                .anyMatch(code -> code == Regelcode.LINE_UNREADABLE || code == Regelcode.LINE_TOO_LARGE);
    }

    @Override
    public String toString() {
        return "Invoerregel[" + attributen.size() + " attributes]";
    }
}

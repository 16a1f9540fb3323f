// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;
import java.util.Optional;

/// Lines that share a resource.
///
/// @param vorm in which they came
/// @param resource in the order in which it came, keys may repeat
/// @param gebreken what the decoder found wrong with the resource; holds for each line
/// @param ruweResource the resource as it came: nothing in the JSON of the standard, where each line has its own
public record Invoergroep(
        Invoervorm vorm,
        List<Attribuut> resource,
        List<Schending> gebreken,
        Ruw ruweResource,
        List<Invoerregel> regels) {

    public Invoergroep {
        resource = List.copyOf(resource);
        gebreken = List.copyOf(gebreken);
        regels = List.copyOf(regels);
    }

    /// Lines that came from nowhere, with a resource.
    public Invoergroep(List<Attribuut> resource, List<Invoerregel> regels) {
        this(Invoervorm.OTLP_PROTOBUF, resource, List.of(), Ruw.GEEN, regels);
    }

    /// A body with one of these lines, byte for byte as it came, with its resource: to keep it, and to read it
    /// again with [#vorm] later. Empty when not all its bytes were kept, see [Ruw#isAfgekapt]: then there is
    /// [Invoerregel#ruw] only.
    public Optional<byte[]> body(Invoerregel regel) {
        return regel.ruw().isAfgekapt() || ruweResource.isAfgekapt()
                ? Optional.empty()
                : Optional.of(Ruwbouw.body(vorm, ruweResource, regel.ruw()));
    }

    @Override
    public String toString() {
        return "Invoergroep[" + regels.size() + " lines]";
    }
}

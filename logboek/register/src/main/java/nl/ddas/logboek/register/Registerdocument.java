// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A whole register, as one document (LDV-R6): a register may be a file, or be handed to a log at once.
///
/// @param base address of the register's API, without a slash at the end; the URI of an activity begins with it
/// @param title Dutch
public record Registerdocument(URI base, String title, List<Entiteit> entiteiten, List<Activiteit> activiteiten) {

    public Registerdocument {
        entiteiten = List.copyOf(entiteiten);
        activiteiten = List.copyOf(activiteiten);
    }

    /// What stands in lines for an activity (LDV-R4).
    public URI uri(UUID activiteit) {
        return URI.create(base + Activiteitadres.PAD + activiteit);
    }

    /// An activity by its id.
    public Optional<Activiteit> activity(UUID id) {
        return activiteiten.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// A party by its id.
    public Optional<Entiteit> entity(UUID id) {
        return entiteiten.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}

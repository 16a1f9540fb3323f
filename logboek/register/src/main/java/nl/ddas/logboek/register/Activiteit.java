// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A Verwerkingsactiviteit with all its versions. Together they cover time from the first `validFrom` on without gap or
/// overlap: each holds from its own moment up to, and not including, that of the next (LDV-R2).
///
/// @param supersedes the activity in whose place this one came, for who gives a new id to each change (LDV-R3)
/// @param versies by number, their moments rising
/// @param concept what the next version may become; nobody but who administers the register sees it
/// @param revisie counts all changes, drafts too; 0 for what is not stored yet
public record Activiteit(
        UUID id, Optional<UUID> supersedes, List<Versie> versies, Optional<Inhoud> concept, int revisie) {

    /// @throws IllegalArgumentException when numbers skip, or moments do not rise
    public Activiteit {
        versies = List.copyOf(versies);
        for (int i = 0; i < versies.size(); i++) {
            if (versies.get(i).nummer() != i + 1
                    || (i > 0
                            && !versies.get(i)
                                    .validFrom()
                                    .isAfter(versies.get(i - 1).validFrom()))) {
                throw new IllegalArgumentException("versions: expected numbers from 1 and rising moments");
            }
        }
    }

    /// An activity of which nothing is stored yet.
    public static Activiteit unstored(UUID id) {
        return new Activiteit(id, Optional.empty(), List.of(), Optional.empty(), 0);
    }

    /// The one version that holds at a moment; empty before the first.
    public Optional<Versie> at(Instant moment) {
        return versies.reversed().stream()
                .filter(one -> !one.validFrom().isAfter(moment))
                .findFirst();
    }

    /// The version with the highest number, which may lie in the future; empty for a mere draft.
    public Optional<Versie> last() {
        return versies.isEmpty() ? Optional.empty() : Optional.of(versies.getLast());
    }

    /// A version by its number.
    public Optional<Versie> version(int nummer) {
        return nummer < 1 || nummer > versies.size() ? Optional.empty() : Optional.of(versies.get(nummer - 1));
    }

    /// Whether it is done at a moment.
    public boolean isActive(Instant moment) {
        return at(moment).filter(one -> !one.inhoud().ended()).isPresent();
    }

    /// With one version more, and no draft.
    ///
    /// @throws IllegalArgumentException when its moment is not after that of the last version
    public Activiteit with(Instant validFrom, Inhoud inhoud) {
        List<Versie> more = new ArrayList<>(versies);
        more.add(new Versie(versies.size() + 1, validFrom, inhoud));
        return new Activiteit(id, supersedes, more, Optional.empty(), revisie);
    }

    /// With a draft for the next version.
    public Activiteit withConcept(Inhoud inhoud) {
        return new Activiteit(id, supersedes, versies, Optional.of(inhoud), revisie);
    }

    /// Without a draft.
    public Activiteit withoutConcept() {
        return new Activiteit(id, supersedes, versies, Optional.empty(), revisie);
    }

    /// In the place of another.
    public Activiteit superseding(UUID andere) {
        return new Activiteit(id, Optional.of(andere), versies, concept, revisie);
    }

    /// As it stands in the store.
    Activiteit at(int stored) {
        return new Activiteit(id, supersedes, versies, concept, stored);
    }
}

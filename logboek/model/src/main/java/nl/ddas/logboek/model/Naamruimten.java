// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Optional;

/// Which attributes outside `dpl.core` may be used: those of the extensions that are established here (LDV 3.2.2.9).
public interface Naamruimten {

    /// No extension.
    Naamruimten GEEN = _ -> Optional.empty();

    /// What an extension says about a key that begins with `dpl.`; empty when none defines it.
    Optional<Attribuutsoort> find(String sleutel);

    /// What counts while judging.
    ///
    /// @param detailniveau 1 (reference), 2 (categories) or 3 (values), see LDV chapter 4
    /// @param cijfers whether numbers of 8 or 9 digits belong in it, so that they are not taken for a BSN
    record Attribuutsoort(int detailniveau, boolean cijfers) {}
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Optional;

/// One line of the table of rules.
///
/// @param id such as `EXT-16`
/// @param seed level under the working version of 2025; empty when it does not have the rule
/// @param vast level under 1.0.0; empty when it does not have the rule
/// @param bron where the rule comes from
/// @param eis Dutch: what it asks, in one sentence
public record Regel(String id, Optional<Niveau> seed, Optional<Niveau> vast, String bron, String eis, Proef proef) {

    static Regel of(String id, Niveau niveau, String bron, String eis, Proef proef) {
        return new Regel(id, Optional.of(niveau), Optional.of(niveau), bron, eis, proef);
    }

    Regel onlyIn(Profiel profiel) {
        return switch (profiel) {
            case SEED -> new Regel(id, seed, Optional.empty(), bron, eis, proef);
            case VERSIE_1_0_0 -> new Regel(id, Optional.empty(), vast, bron, eis, proef);
        };
    }

    /// Level under this profile; empty when the profile does not have the rule.
    public Optional<Niveau> niveau(Profiel profiel) {
        return switch (profiel) {
            case SEED -> seed;
            case VERSIE_1_0_0 -> vast;
        };
    }
}

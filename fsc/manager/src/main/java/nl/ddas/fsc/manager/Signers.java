// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Settings;

/// Who signs contracts of others when no operator does, as the settings say.
public sealed interface Signers {

    /// Rules of our own. A Directory has its own behind them.
    record ByRules(SignRules rules) implements Signers {}

    /// A policy decision point. A Directory asks it about publications too.
    record ByPdp(Pdp pdp) implements Signers {}

    /// No rules: everything waits for the operator, but for publications in a Directory.
    static Signers nobody() {
        return new ByRules(new SignRules(List.of()));
    }

    /// Reads `auto-sign` or `auto-sign-pdp`.
    ///
    /// @throws nl.ddas.basis.SettingsFault when both are there, or one has a wrong form
    static Signers read(Settings settings) {
        List<Settings> items = settings.list("auto-sign");
        Optional<Pdp> pdp = Pdp.read(settings, "auto-sign-pdp", "auto-sign-wait");
        if (pdp.isPresent() && !items.isEmpty()) {
            throw settings.unfit("auto-sign-pdp", "niets als er ook regels bij auto-sign staan: kies een van de twee");
        }
        if (pdp.isPresent()) {
            return new ByPdp(pdp.get());
        }
        List<SignRule> rules = new ArrayList<>();
        for (Settings item : items) {
            rules.add(SignRuleReading.read(item, "rule " + (rules.size() + 1)));
        }
        return new ByRules(new SignRules(rules));
    }
}

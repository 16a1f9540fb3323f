// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Settings;

/// Who signs contracts of others when no operator does, as the settings say.
public sealed interface Signers {

    /// Rules of our own. A Directory has its own behind them.
    record ByRules(SignRules rules) implements Signers {}

    /// A policy decision point. A Directory asks it about publications too.
    ///
    /// @param address https, or http on this machine
    /// @param longest how long it may take over an answer
    record ByPdp(URI address, Duration longest) implements Signers {
        boolean isHttps() {
            return "https".equals(address.getScheme());
        }
    }

    /// No rules: everything waits for the operator, but for publications in a Directory.
    static Signers nobody() {
        return new ByRules(new SignRules(List.of()));
    }

    /// Reads `auto-sign` or `auto-sign-pdp`.
    ///
    /// @throws nl.ddas.basis.SettingsFault when both are there, or one has a wrong form
    static Signers read(Settings settings) {
        List<Settings> items = settings.list("auto-sign");
        Optional<URI> pdp = settings.value(
                "auto-sign-pdp", "een https-adres, of http op deze computer", text -> Optional.of(URI.create(text))
                        .filter(Signers::isSafe));
        Duration wait = settings.duration("auto-sign-wait", Duration.ofSeconds(2));
        if (!wait.isPositive()) {
            throw settings.unfit("auto-sign-wait", "een duur boven nul, zoals 2s");
        }
        if (pdp.isPresent() && !items.isEmpty()) {
            throw settings.unfit("auto-sign-pdp", "niets als er ook regels bij auto-sign staan: kies een van de twee");
        }
        if (pdp.isPresent()) {
            return new ByPdp(pdp.get(), wait);
        }
        List<SignRule> rules = new ArrayList<>();
        for (Settings item : items) {
            rules.add(SignRuleReading.read(item, "rule " + (rules.size() + 1)));
        }
        return new ByRules(new SignRules(rules));
    }

    /// What is asked tells who works with whom: it does not go over a network in the clear.
    private static boolean isSafe(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        boolean here = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
        return ("https".equals(address.getScheme()) && !host.isEmpty()) || ("http".equals(address.getScheme()) && here);
    }
}

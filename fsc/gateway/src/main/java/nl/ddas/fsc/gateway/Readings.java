// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.Settings;

/// Settings of a kind of their own; what is wrong is told with the key.
final class Readings {

    private Readings() {}

    /// Makes something of a key that must be there.
    ///
    /// @param expected Dutch, for users: what is wanted, as the end of a sentence
    /// @throws nl.ddas.basis.SettingsFault when it is missing, or `maker` has nothing for it
    static <T> T required(Settings settings, String key, String expected, Function<String, Optional<T>> maker) {
        settings.required(key);
        return settings.value(key, expected, maker).orElseThrow();
    }

    /// An http or https address with a host, without query.
    static Optional<URI> web(String text) {
        return Optional.of(URI.create(text))
                .filter(address -> address.getHost() != null && address.getRawQuery() == null)
                .filter(address -> "https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }

    /// As [#web], with TLS.
    static Optional<URI> https(String text) {
        return web(text).filter(address -> "https".equals(address.getScheme()));
    }

    /// A duration above zero: zero would mean no limit at all, or no time for anything.
    ///
    /// @throws nl.ddas.basis.SettingsFault when it is zero, or no duration
    static Duration positive(Settings settings, String key, Duration usual) {
        Duration duration = settings.duration(key, usual);
        if (!duration.isPositive()) {
            throw settings.unfit(key, "een duur boven nul, zoals " + usual.toSeconds() + "s");
        }
        return duration;
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.ddas.basis.Settings;

/// Settings of a kind of their own; what is wrong is told with the key.
final class Readings {

    private static final Set<Integer> PORTS = Set.of(443, 8443);

    private Readings() {}

    /// Makes something of a text.
    ///
    /// @throws IllegalArgumentException naming the key
    static <T> T of(String key, String text, String expected, Function<String, T> maker) {
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(key + ": expected " + expected + ", got " + text, wrong);
        }
    }

    static URI address(String key, String text) {
        return of(key, text, "an address such as https://example.nl:8443", URI::create);
    }

    /// Key `ports`: those on which Peers are reached.
    static Set<Integer> ports(Settings settings) {
        Set<Integer> ports = settings.texts("ports").stream()
                .map(text -> of("ports", text, "numbers of ports", Integer::valueOf))
                .collect(Collectors.toUnmodifiableSet());
        return ports.isEmpty() ? PORTS : ports;
    }
}

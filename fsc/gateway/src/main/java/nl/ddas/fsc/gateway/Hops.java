// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which headers are for the next hop only, and stay behind (RFC 9110, 7.6.1).
final class Hops {

    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect",
            "host");

    private Hops() {}

    /// Copies what belongs to the message. Several lines `Cookie`, as HTTP/2 allows, become one (RFC 9113, 8.2.3).
    ///
    /// @param except lower-case names that are left out as well
    static void copy(MultiMap from, MultiMap to, Set<String> except) {
        Set<String> named = named(from);
        for (Map.Entry<String, String> line : from) {
            String name = line.getKey().toLowerCase(Locale.ROOT);
            if (!ALWAYS.contains(name)
                    && !name.startsWith("proxy-")
                    && !named.contains(name)
                    && !except.contains(name)) {
                MultiMap _ = to.add(line.getKey(), line.getValue());
            }
        }
        List<String> cookies = to.getAll("cookie");
        if (cookies.size() > 1) {
            to.set("cookie", String.join("; ", cookies));
        }
    }

    /// The names that header `Connection` calls hop-by-hop. What measures the body cannot be among them.
    private static Set<String> named(MultiMap headers) {
        List<String> lines = headers.getAll("connection");
        if (lines.isEmpty()) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        for (String line : lines) {
            for (String name : line.split(",", -1)) {
                named.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        // Nobody may use it to take away what the next one must see.
        named.removeIf(name -> name.equals("content-length") || name.startsWith("fsc-"));
        return named;
    }

    /// Whether a request asks for another protocol than HTTP. `h2c` is only an offer, and may be passed over.
    static boolean upgrades(MultiMap headers) {
        return headers.getAll("upgrade").stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .anyMatch(value -> !value.equals("h2c"));
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.util.Locale;
import java.util.regex.Pattern;

/// Which hosts are this machine itself: what goes there does not go over a network.
public final class Loopback {

    /// Numbers only: a name may begin with 127 too, and be anywhere.
    private static final Pattern FOUR = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    private Loopback() {}

    /// Whether a host as a setting or a URL writes it is this machine: `localhost`, 127.x.y.z, or `::1` with or
    /// without brackets. No name is looked up.
    public static boolean is(String host) {
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "localhost", "::1", "[::1]" -> true;
            case String other -> FOUR.matcher(other).matches();
        };
    }
}

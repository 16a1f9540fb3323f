// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Request;

/// The fields of a form, as a client of OAuth sends them (RFC 6749, appendix B).
///
/// @param velden each at most once; one without a value is left out
record Formulier(Map<String, String> velden) {

    private static final String SOORT = "application/x-www-form-urlencoded";

    /// Whether a request says that it brings a form.
    static boolean is(Request verzoek) {
        List<String> soort = verzoek.headers().all("Content-Type");
        return soort.size() == 1
                && soort.getFirst()
                        .toLowerCase(Locale.ROOT)
                        .split(";", -1)[0]
                        .strip()
                        .equals(SOORT);
    }

    /// @return empty when a field comes twice, or is not encoded as it should
    static Optional<Formulier> lees(byte[] inhoud) {
        Map<String, String> velden = new HashMap<>();
        for (String deel : new String(inhoud, StandardCharsets.ISO_8859_1).split("&", -1)) {
            int is = deel.indexOf('=');
            try {
                String naam = ontcijfer(is < 0 ? deel : deel.substring(0, is));
                String waarde = is < 0 ? "" : ontcijfer(deel.substring(is + 1));
                if (velden.put(naam, waarde) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException geenCodering) {
                return Optional.empty();
            }
        }
        velden.values().removeIf(String::isEmpty);
        return Optional.of(new Formulier(Map.copyOf(velden)));
    }

    private static String ontcijfer(String tekst) {
        return URLDecoder.decode(tekst, StandardCharsets.UTF_8);
    }

    Optional<String> waarde(String naam) {
        return Optional.ofNullable(velden.get(naam));
    }

    /// Without values: there may be a proof among them.
    @Override
    public String toString() {
        return "Formulier" + velden.keySet();
    }
}

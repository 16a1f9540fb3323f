// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.List;
import java.util.Locale;
import nl.ddas.basis.Headers;

/// The two kinds of content that messages of the exchange have: each is a profile of its own.
public enum Inhoudssoort {
    /// Profile v1.0: JSON in UTF-8, the signature beside it.
    JSON("application/json", "application/json"),
    /// Profile `seed-2024-07`: a JWT, signed and encrypted. The encryption module of the API design rules calls
    /// the same text `application/jose+json`.
    JOSE("application/jose", "application/jose+json");

    private final String naam;
    private final String andereNaam;

    Inhoudssoort(String naam, String andereNaam) {
        this.naam = naam;
        this.andereNaam = andereNaam;
    }

    /// Whether a message has this kind of content, not compressed; JSON also when it has none at all.
    public boolean isVan(Headers headers) {
        List<String> soorten = headers.all("Content-Type");
        boolean leeg = headers.first("Content-Length").filter("0"::equals).isPresent();
        boolean soort = soorten.size() == 1 ? past(soorten.getFirst()) : soorten.isEmpty() && leeg && this == JSON;
        return soort && Inhoudscodering.van(headers).isEmpty();
    }

    /// Whether who asks takes an answer of this kind.
    public boolean isGewenst(Headers headers) {
        List<String> gewenst = headers.all("Accept");
        return gewenst.isEmpty() || gewenst.stream().anyMatch(this::aanvaardt);
    }

    private boolean past(String soort) {
        String[] delen = soort.toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace("\"", "")
                .split(";", -1);
        boolean utf8 = true;
        for (int i = 1; i < delen.length; i++) {
            utf8 &= !delen[i].startsWith("charset=") || delen[i].equals("charset=utf-8");
        }
        return (delen[0].equals(naam) || delen[0].equals(andereNaam)) && utf8;
    }

    private boolean aanvaardt(String accept) {
        for (String deel : accept.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1)) {
            String[] delen = deel.split(";", -1);
            boolean soort = delen[0].equals("*/*") || delen[0].equals("application/*") || past(delen[0]);
            boolean nul = deel.matches(".*;q=0(\\.0*)?(;.*)?");
            if (soort && !nul) {
                return true;
            }
        }
        return false;
    }
}

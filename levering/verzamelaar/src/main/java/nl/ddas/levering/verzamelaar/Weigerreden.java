// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Refusal;

/// Why a supplier refused, by the last part of `type` in its problem (RFC 9457). What a supplier writes there goes into
/// logs, metrics and reports, so only codes that we know come through.
final class Weigerreden {

    /// What a supplier says of a page that it cannot encrypt; with smaller pages it can.
    static final String PAGINA_TE_GROOT = "pagina-te-groot";

    private static final int GROOTSTE_PROBLEEM = 16 * 1024;

    /// What our supplier API and its companions say besides what they say of signatures; each stands in
    /// `docs/nl/problemen.md`.
    private static final Set<String> VAN_DE_BRON = Set.of(
            "antwoordsoort",
            "archief-stuk",
            "archief-vol",
            "bericht-te-groot",
            "buiten-venster",
            "geen-gegevens",
            "geen-momentopname",
            "inhoudssoort",
            "interne-fout",
            "methode-niet-toegestaan",
            "momentopname-bezig",
            "momentopname-te-oud",
            "niet-gevonden",
            "ondertekening-niet-beschikbaar",
            "ongeldig-verzoek",
            "organisatie-onbekend",
            PAGINA_TE_GROOT,
            "periode-onmogelijk",
            "schijf-stuk",
            "te-veel-verzoeken",
            "toegang-geweigerd",
            "toegang-onbekend",
            "token-bereik",
            "token-in-adres",
            "token-ongeldig",
            "token-ontbreekt",
            "verslag-bestaat-al",
            "versleutelen-niet-mogelijk");

    private static final Set<String> BEKEND = Stream.concat(
                    VAN_DE_BRON.stream(), Arrays.stream(Refusal.values()).map(Refusal::code))
            .collect(Collectors.toUnmodifiableSet());

    private Weigerreden() {}

    /// All codes that come through.
    static Set<String> bekend() {
        return BEKEND;
    }

    /// The code in a problem; empty when the body is something else, breaks off, or has a code that we do not know.
    ///
    /// @param body of an answer with another status than 2xx; no more than 16 KB of it is read
    static Optional<String> lees(InputStream body) {
        try {
            return JsonReading.of(body.readNBytes(GROOTSTE_PROBLEEM)) instanceof JsonReading.Read(JsonObject probleem)
                    ? probleem.text("type")
                            .map(type -> type.substring(type.lastIndexOf('/') + 1))
                            .filter(BEKEND::contains)
                    : Optional.empty();
        } catch (IOException verbroken) {
            return Optional.empty(); // the status says enough
        }
    }
}

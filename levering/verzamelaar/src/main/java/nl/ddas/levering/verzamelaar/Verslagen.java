// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.verslag.Telwerk;
import nl.ddas.levering.toets.verslag.VerslagJson;
import nl.ddas.levering.toets.verslag.Verslagpagina;
import nl.ddas.levering.toets.verslag.Verwerkingsverslag;
import nl.ddas.levering.toets.verslag.Verwerkingsverslag.Bericht;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;

/// Makes the Verwerkingsverslag of a checked delivery (S78) and seals it, as JSON to send and as page to read.
final class Verslagen {

    private final String verzamelaar;
    private final Goedkeuring goedkeuring;
    private final Bewijs bewijs;
    private final Clock clock;
    private final RandomGenerator toeval;
    private final String viruscontrole;

    /// @param viruscontrole what a scanner said of what was collected, or that there is none
    Verslagen(
            String verzamelaar,
            Goedkeuring goedkeuring,
            Bewijs bewijs,
            Clock clock,
            RandomGenerator toeval,
            String viruscontrole) {
        this.viruscontrole = viruscontrole;
        this.verzamelaar = verzamelaar;
        this.goedkeuring = goedkeuring;
        this.bewijs = bewijs;
        this.clock = clock;
        this.toeval = toeval;
    }

    /// Names of the sealed files.
    static String json(String id) {
        return "verslag-" + id + ".json";
    }

    static String html(String id) {
        return "verslag-" + id + ".html";
    }

    /// @param bruikbaar false when the whole message is refused
    /// @return its id
    String maak(Ophaling rij, List<Boekhouding.Pagina> paginas, Oordeel oordeel, Telwerk telwerk, boolean bruikbaar)
            throws IOException {
        Instant nu = clock.instant();
        String id = new UUID(toeval.nextLong(), toeval.nextLong()).toString();
        Verwerkingsverslag verslag = new Verwerkingsverslag(
                id,
                nu,
                verzamelaar,
                rij.leverancier(),
                rij.periode().start(),
                rij.periode().eind(),
                rij.moment(),
                paginas.stream().map(Verslagen::bericht).toList(),
                viruscontrole,
                oordeel,
                telwerk.leveringen(oordeel),
                telwerk.bevindingen(),
                bruikbaar ? wijze(nu) : new Verwerkingsverslag.Goedkeuring.Geweigerd());
        schrijf(json(id), VerslagJson.write(verslag).toBytes());
        schrijf(html(id), Verslagpagina.render(verslag).getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private static Bericht bericht(Boekhouding.Pagina pagina) {
        return new Bericht(
                pagina.nummer(),
                pagina.grootte(),
                HexFormat.of().formatHex(pagina.sha256()),
                pagina.ondertekenaar(),
                pagina.ondertekendOp());
    }

    private Verwerkingsverslag.Goedkeuring wijze(Instant nu) {
        return switch (goedkeuring) {
            case Goedkeuring.Direct direct -> new Verwerkingsverslag.Goedkeuring.Direct();
            case Goedkeuring.Handmatig(Duration termijn) ->
                new Verwerkingsverslag.Goedkeuring.Handmatig(Optional.of(nu.plus(termijn)));
            case Goedkeuring.NaTermijn(Duration termijn) ->
                new Verwerkingsverslag.Goedkeuring.NaTermijn(nu.plus(termijn));
        };
    }

    private void schrijf(String naam, byte[] inhoud) throws IOException {
        try (Bewijs.Schrijver bestand = bewijs.schrijf(naam)) {
            BufferedOutputStream uit = new BufferedOutputStream(bestand);
            uit.write(inhoud);
            uit.flush();
            bestand.bewaar();
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.ddas.basis.Headers;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.SignatureForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas vertrouwen onderteken`: the headers for a message, made with a key and chain of the user.
@Command(
        name = "onderteken",
        description = {
            "Ondertekent een bestand, precies zoals het is, en schrijft de headers die bij het bericht horen.",
            "Versturen: curl -H @KOPPEN -H 'Content-Type: application/json' --data-binary @BERICHT ADRES"
        })
final class OndertekenOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(paramLabel = "BERICHT", description = "Bestand met het bericht.")
    Path bericht = Path.of("");

    @Option(
            names = "--sleutel",
            required = true,
            paramLabel = "PEM",
            description = "Sleutel zonder wachtwoord, met het certificaat en dat van de uitgevers.")
    Path sleutel = Path.of("");

    @Option(
            names = "--vorm",
            paramLabel = "VORM",
            description = "A: over de inhoud zelf (standaard). B: over de header Digest.")
    SignatureForm vorm = SignatureForm.A;

    @Option(
            names = "--uit",
            paramLabel = "BESTAND",
            defaultValue = "-",
            description = "Waar de headers komen (standaard: op het scherm).")
    String uit = "-";

    private final Omgeving omgeving;

    OndertekenOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Invoer.bestaat(bericht);
        Invoer.bestaat(sleutel);
        if (!uit.equals("-")) {
            Invoer.kanGeschrevenWorden(Path.of(uit));
        }
        StringBuilder regels = new StringBuilder();
        for (Headers.Line regel : onderteken().addTo(Headers.NONE).lines()) {
            regels.append(regel.name()).append(": ").append(regel.value()).append('\n');
        }
        if (uit.equals("-")) {
            omgeving.uit().print(regels);
        } else {
            Files.writeString(Path.of(uit), regels, StandardCharsets.US_ASCII);
        }
        return Uitgang.GOED;
    }

    private PayloadSigner.Signature onderteken() throws IOException {
        PayloadSigner ondertekenaar = ondertekenaar();
        try (InputStream in = Files.newInputStream(bericht);
                PayloadSigner.Signing bezig = ondertekenaar.start()) {
            in.transferTo(bezig);
            return bezig.finish();
        }
    }

    private PayloadSigner ondertekenaar() throws IOException {
        Identity wie = PemFiles.identity(sleutel);
        try {
            PayloadSigner ondertekenaar = new PayloadSigner(wie, omgeving.klok(), vorm);
            PayloadSigner.refusal(wie, omgeving.klok().instant()).ifPresent(reden -> {
                throw new VerkeerdGebruik(
                        "met " + sleutel + " wordt niet ondertekend, want elke ontvanger zou het weigeren ("
                                + reden.code() + "). " + reden.detail().replaceFirst("\\.$", ""));
            });
            return ondertekenaar;
        } catch (IllegalArgumentException ongeschikt) {
            throw new VerkeerdGebruik(
                    "met " + sleutel + " kan niet worden ondertekend: nodig is een RSA-sleutel met een"
                            + " certificaat dat bedoeld is om te ondertekenen, niet dat van TLS");
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Betrokkene;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Pseudonimisering;

/// De kleinste toepassing die zich verantwoordt. Argumenten: het adres van het logboek en het nummer van een klant.
public final class Voorbeeld {

    private Voorbeeld() {}

    public static void main(String[] argumenten) throws Exception {
        // Verzonnen. Een echte sleutel komt uit een bestand dat alleen de toepassing kan lezen.
        byte[] sleutel = "een verzonnen sleutel van 32 bytes of meer".getBytes(StandardCharsets.UTF_8);
        Instelling instelling = Instelling.of(
                        URI.create(argumenten[0]), "voorbeeld", "1.0", Pseudonimisering.hmac(sleutel, "1"))
                .with((regels, reden) -> System.err.println(regels + " regel(s) niet in het logboek: " + reden));
        Activiteit activiteit = Activiteit.of("https://register.voorbeeld.nl/processing-activities/7");

        try (Logboek logboek = Logboek.open(instelling)) {
            String dossier = logboek.run(
                    Actie.of("Dossier inzien", activiteit).over(new Betrokkene(argumenten[1], "klantnummer")), actie -> {
                        // Deze headers gaan mee met verzoeken aan anderen: zo blijft het één trace.
                        Map<String, String> headers = actie.headers();
                        return "een dossier, opgevraagd met " + headers.keySet();
                    });
            System.out.println(dossier);
        }
    }
}

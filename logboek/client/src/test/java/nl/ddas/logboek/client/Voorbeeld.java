// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The smallest application that accounts for itself. Arguments: the address of the log and the number of a dossier.
public final class Voorbeeld {

    private Voorbeeld() {}

    public static void main(String[] arguments) throws Exception {
        // Invented; a real key comes from a file that only the application can read.
        byte[] sleutel = "een verzonnen sleutel van 32 bytes of meer".getBytes(StandardCharsets.UTF_8);
        Instelling instelling = Instelling.of(
                        URI.create(arguments[0]), "voorbeeld", "1.0", Pseudonimisering.hmac(sleutel, "1"))
                .with((regels, reden) -> System.err.println(regels + " line(s) not in the log: " + reden));
        Activiteit activiteit = Activiteit.of("https://register.voorbeeld.nl/processing-activities/7");

        try (Logboek logboek = Logboek.open(instelling)) {
            String dossier = logboek.run(
                    Actie.of("Dossier inzien", activiteit).over(new Betrokkene(arguments[1], "klantnummer")), actie -> {
                        Map<String, String> headers = actie.headers(); // go along with requests to others
                        return "a dossier, asked for with " + headers.keySet();
                    });
            System.out.println(dossier);
        }
    }
}

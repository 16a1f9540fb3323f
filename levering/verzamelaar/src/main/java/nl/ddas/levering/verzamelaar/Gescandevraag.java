// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a scanner look at each page whose signature is good, before anything else reads it (S76). What was not scanned
/// is not used.
///
/// @param vraag asks for the page
record Gescandevraag(Paginavraag vraag, Virusscanner scanner, Bewijs bewijs) implements Paginavraag {

    private static final Logger LOG = LoggerFactory.getLogger(Gescandevraag.class);

    @Override
    public Antwoord vraag(Leverancier leverancier, Vraag welke, String bestand) throws IOException {
        Antwoord antwoord = vraag.vraag(leverancier, welke, bestand);
        return antwoord instanceof Antwoord.Echt echt ? gescand(echt, leverancier) : antwoord;
    }

    private Antwoord gescand(Antwoord.Echt echt, Leverancier leverancier) {
        String inQuarantaine = echt.ontvangen().orElse(echt.bestand());
        try (InputStream inhoud = bewijs.inhoud(echt.bestand()).open()) {
            Optional<String> vondst = scanner.vondst(inhoud);
            if (vondst.isEmpty()) {
                return echt;
            }
            LOG.warn("the virus scanner found {} in an answer of {}", vondst.get(), leverancier.naam());
            return new Antwoord.Onecht(inQuarantaine, Reden.VIRUS_GEVONDEN.code(), false);
        } catch (IOException geenAntwoord) {
            LOG.warn("an answer of {} could not be scanned: {}", leverancier.naam(), geenAntwoord.getMessage());
            return new Antwoord.Onecht(inQuarantaine, Reden.VIRUSSCAN_MISLUKT.code(), true);
        }
    }
}

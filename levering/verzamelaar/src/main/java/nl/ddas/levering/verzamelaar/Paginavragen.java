// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.levering.verzamelaar.Paginavraag.Antwoord;
import nl.ddas.levering.verzamelaar.Versleuteldverzoek.Middelen;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.jose.CertificateSource;
import nl.ddas.trust.jose.Recipients;

/// Makes what asks for pages: each supplier in its own profile, all side by side.
final class Paginavragen {

    /// Opening an encrypted answer takes memory: two at a time.
    private final Semaphore tegelijk = new Semaphore(2);

    private final VerzamelaarOnderdelen delen;
    private final Bewijs bewijs;
    private final long grootste;

    /// @param grootste most bytes of one answer
    Paginavragen(VerzamelaarOnderdelen delen, Bewijs bewijs, long grootste) {
        this.delen = delen;
        this.bewijs = bewijs;
        this.grootste = grootste;
    }

    /// @param lijst the suppliers of this run
    Paginavraag maak(Verkeer verkeer, List<Leverancier> lijst) {
        Paginavraag openlijk = new Paginaverzoek(verkeer, bewijs, grootste);
        Paginavraag versleuteld = delen.sleutels()
                .eigen()
                .<Paginavraag>map(
                        eigen -> new Versleuteldverzoek(verkeer, middelen(verkeer, lijst, eigen), bewijs, grootste))
                .orElse((_, _, _) -> new Antwoord.Onverstuurd(Reden.GEEN_SLEUTELS_VOOR_VERSLEUTELING.code(), false));
        Paginavraag alle = (leverancier, vraag, bestand) -> {
            Antwoord antwoord =
                    switch (leverancier.profiel()) {
                        case V1_0 -> openlijk.vraag(leverancier, vraag, bestand);
                        case SEED -> versleuteld.vraag(leverancier, vraag, bestand);
                    };
            if (antwoord instanceof Antwoord.Echt echt) {
                verkeer.sterkte().zie(List.of(echt.handtekening().signer()));
            }
            return antwoord;
        };
        return delen.virusscanner()
                .<Paginavraag>map(scanner -> new Gescandevraag(alle, scanner, bewijs))
                .orElse(alle);
    }

    private Middelen middelen(Verkeer verkeer, List<Leverancier> lijst, Eigensleutels eigen) {
        Clock clock = delen.clock();
        Map<String, CertificateSource> bronnen = new HashMap<>();
        for (Leverancier leverancier : lijst) {
            Optional<Versleutelafspraak> afspraak = leverancier.versleuteling();
            afspraak.ifPresent(een -> bronnen.put(
                    leverancier.oin().value(), een.bron(verkeer.verbindingen().buiten(), clock)));
        }
        return new Middelen(
                eigen.schrijver(clock, delen.toeval()),
                eigen.lezer(new Freshness.Answer(), clock, delen.toeval()),
                new Recipients(bronnen, eigen.ontvangers(), clock),
                tegelijk);
    }
}

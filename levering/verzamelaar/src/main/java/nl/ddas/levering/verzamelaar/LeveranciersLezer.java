// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Settings;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.verkeer.Beschikbaarheidslezer;
import nl.ddas.levering.verkeer.Instelling;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.levering.verkeer.Versleutellezer;
import nl.ddas.levering.verzamelaar.Leverancier.Profiel;
import nl.ddas.levering.verzamelaar.Leverancier.Token;
import nl.ddas.levering.verzamelaar.Leverancier.Tokenbewijs;

/// Reads the list of suppliers.
final class LeveranciersLezer {

    private LeveranciersLezer() {}

    static List<Leverancier> lees(Settings settings) {
        List<Leverancier> leveranciers = new ArrayList<>();
        Set<String> namen = new HashSet<>();
        Versleutellezer versleuteling = Versleutellezer.van(settings);
        for (Settings regel : settings.list("leveranciers")) {
            Leverancier leverancier = leverancier(regel, versleuteling);
            if (!namen.add(leverancier.naam())) {
                throw regel.unfit("naam", "een naam die één keer voorkomt");
            }
            leveranciers.add(leverancier);
        }
        return List.copyOf(leveranciers);
    }

    private static Leverancier leverancier(Settings regel, Versleutellezer lezer) {
        Optional<Versleutelafspraak> versleuteling = lezer.afspraak(regel);
        boolean vereist = versleuteling.map(Versleutelafspraak::vereist).orElse(false);
        Profiel profiel = profiel(regel, vereist);
        if (profiel == Profiel.SEED && versleuteling.isEmpty()) {
            throw regel.unfit("versleuteling", "toegestaan of vereist, omdat het profiel " + profiel.tekst() + " is");
        }
        return new Leverancier(
                regel.required("naam"),
                Instelling.oin(regel, "oin"),
                new Leverancier.Verbinding(url(regel), headers(regel), token(regel)),
                Beschikbaarheidslezer.lees(regel, "vensters"),
                profiel,
                versleuteling,
                new Leverancier.Berichten(
                        regel.value("versie", "v0.8, v0.9, v0.10 of v1.0", Versie::lees),
                        regel.optional("software"),
                        regel.value(
                                "gemeente",
                                "een gemeentecode als \"0518\", tussen aanhalingstekens",
                                Gemeentecode::lees)));
    }

    private static Optional<Token> token(Settings regel) {
        boolean gevraagd = Instelling.jaNee(regel, "token");
        Optional<Tokenbewijs> bewijs = regel.value(
                "token-bewijs",
                Tokenbewijs.CERTIFICAAT.tekst() + " of " + Tokenbewijs.PRIVATE_KEY_JWT.tekst(),
                Tokenbewijs::lees);
        Optional<URI> uitgever = regel.value(
                "token-uitgever",
                "een adres als https://naam.example, zonder schuine streep aan het eind",
                tekst -> Optional.of(URI.create(tekst))
                        .filter(adres -> adres.getHost() != null && !tekst.endsWith("/")));
        if (!gevraagd && (bewijs.isPresent() || uitgever.isPresent())) {
            throw regel.unfit(bewijs.isPresent() ? "token-bewijs" : "token-uitgever", "niets, of daarnaast token: ja");
        }
        return gevraagd ? Optional.of(new Token(bewijs.orElse(Tokenbewijs.CERTIFICAAT), uitgever)) : Optional.empty();
    }

    /// What is agreed about encryption decides on the profile, unless it leaves the choice.
    private static Profiel profiel(Settings regel, boolean vereist) {
        Optional<Profiel> profiel =
                regel.value("profiel", Profiel.V1_0.tekst() + " of " + Profiel.SEED.tekst(), Profiel::lees);
        if (vereist && profiel.equals(Optional.of(Profiel.V1_0))) {
            throw regel.unfit("profiel", Profiel.SEED.tekst() + ", omdat versleuteling vereist is");
        }
        return profiel.orElse(vereist ? Profiel.SEED : Profiel.V1_0);
    }

    private static URI url(Settings regel) {
        regel.required("url");
        return regel.value(
                        "url",
                        "een adres als https://naam.example:8443, of http://127.0.0.1:8082 voor een gateway op deze"
                                + " computer",
                        tekst -> Optional.of(URI.create(tekst))
                                .filter(adres -> adres.getHost() != null && Leverancier.isVeilig(adres)))
                .orElseThrow();
    }

    private static Headers headers(Settings regel) {
        Headers headers = Headers.NONE;
        for (Settings header : regel.list("headers")) {
            headers = headers.with(header.required("naam"), header.required("waarde"));
        }
        return headers;
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.net.URI;
import java.net.URISyntaxException;
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
import nl.ddas.trust.Oin;

/// Reads the list of suppliers.
final class LeveranciersLezer {

    private LeveranciersLezer() {}

    static List<Leverancier> lees(Settings settings) {
        List<Leverancier> leveranciers = new ArrayList<>();
        Set<String> namen = new HashSet<>();
        Versleutellezer versleuteling = Versleutellezer.van(settings);
        for (Settings regel : settings.list("leveranciers")) {
            Leverancier leverancier = leverancier(regel, versleuteling.afspraak(regel));
            if (!namen.add(leverancier.naam())) {
                throw Instelling.fout("leveranciers.naam", "een naam die één keer voorkomt", leverancier.naam());
            }
            leveranciers.add(leverancier);
        }
        return List.copyOf(leveranciers);
    }

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private static Leverancier leverancier(Settings regel, Optional<Versleutelafspraak> versleuteling) {
        return new Leverancier(
                regel.required("naam"),
                adres(regel.required("url")),
                headers(regel),
                oin(regel.required("oin")),
                Beschikbaarheidslezer.lees(regel, "vensters"),
                profiel(regel, versleuteling),
                regel.optional("versie").map(LeveranciersLezer::versie),
                regel.optional("software"),
                regel.optional("gemeente").map(LeveranciersLezer::gemeente),
                versleuteling,
                token(regel));
    }

    private static boolean token(Settings regel) {
        String tekst = regel.optional("token").orElse("nee");
        return switch (tekst) {
            case "ja", "true" -> true;
            case "nee", "false" -> false;
            default -> throw Instelling.fout("token", "ja of nee", tekst);
        };
    }

    /// What is agreed about encryption decides on the profile, unless it leaves the choice.
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private static Profiel profiel(Settings regel, Optional<Versleutelafspraak> versleuteling) {
        boolean moet = versleuteling.map(Versleutelafspraak::vereist).orElse(false);
        String tekst = regel.optional("profiel").orElse((moet ? Profiel.SEED : Profiel.V1_0).tekst());
        Profiel profiel = Profiel.lees(tekst)
                .orElseThrow(
                        () -> Instelling.fout("profiel", Profiel.V1_0.tekst() + " of " + Profiel.SEED.tekst(), tekst));
        return switch (profiel) {
            case V1_0 -> {
                if (moet) {
                    throw Instelling.fout("profiel", Profiel.SEED.tekst() + ", omdat versleuteling vereist is", tekst);
                }
                yield profiel;
            }
            case SEED -> {
                if (versleuteling.isEmpty()) {
                    throw Instelling.fout(
                            "versleuteling", "toegestaan of vereist, omdat het profiel " + tekst + " is", "uit");
                }
                yield profiel;
            }
        };
    }

    private static Gemeentecode gemeente(String tekst) {
        return Gemeentecode.lees(tekst)
                .orElseThrow(() ->
                        Instelling.fout("gemeente", "een gemeentecode als \"0518\", tussen aanhalingstekens", tekst));
    }

    private static Versie versie(String tekst) {
        return Versie.lees(tekst).orElseThrow(() -> Instelling.fout("versie", "v0.8, v0.9, v0.10 of v1.0", tekst));
    }

    private static Oin oin(String tekst) {
        try {
            return new Oin(tekst);
        } catch (IllegalArgumentException geenOin) {
            throw Instelling.fout(
                    "oin", "een OIN van 20 tekens of een KvK-nummer van 8 cijfers, tussen aanhalingstekens", tekst);
        }
    }

    private static final String ADRES =
            "een adres als https://naam.example:8443, of http://127.0.0.1:8082 voor een gateway op deze computer";

    static URI adres(String tekst) {
        try {
            URI adres = new URI(tekst);
            if (adres.getHost() != null && Leverancier.isVeilig(adres)) {
                return adres;
            }
        } catch (URISyntaxException geenAdres) {
            throw Instelling.fout("url", ADRES, tekst);
        }
        throw Instelling.fout("url", ADRES, tekst);
    }

    private static Headers headers(Settings regel) {
        Headers headers = Headers.NONE;
        for (Settings header : regel.list("headers")) {
            headers = headers.with(header.required("naam"), header.required("waarde"));
        }
        return headers;
    }
}

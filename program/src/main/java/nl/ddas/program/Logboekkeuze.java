// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.logboek.client.Bevestiging;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Luisteraar;
import nl.ddas.logboek.client.Pseudonimisering;
import nl.ddas.logboek.client.Telluisteraar;
import nl.ddas.presentation.Formats;
import nl.ddas.trust.Oin;

/// In which Logboek Dataverwerkingen a part accounts for itself: settings `logboek`, `logboek-wijze`,
/// `logboek-spoel-map`, `logboek-partijen` and `logboek-algoritmes`.
///
/// @param adres of OTLP over HTTP; empty: nothing is written
/// @param partijen by OIN, an address of that party: of its application for a supplier, of its log for a collector
/// @param algoritmes addresses in the Algoritmeregister, for lines about combining
record Logboekkeuze(
        Optional<URI> adres,
        Bevestiging wijze,
        Optional<Path> spoel,
        Map<String, URI> partijen,
        List<String> algoritmes) {

    private static final String WIJZEN = "sync, spool of async";

    /// A log that is open.
    record Open(Logboekaansluiting aansluiting) implements AutoCloseable {
        @Override
        public void close() {
            aansluiting.logboek().close();
        }
    }

    /// @throws IllegalArgumentException naming the setting that is wrong
    static Logboekkeuze lees(Settings instellingen) {
        Optional<URI> adres = instellingen.value("logboek", "een https-adres", Logboekkeuze::adres);
        Bevestiging wijze =
                instellingen.value("logboek-wijze", WIJZEN, Logboekkeuze::wijze).orElse(Bevestiging.SPOEL);
        Optional<Path> spoel = instellingen.optional("logboek-spoel-map").map(Path::of);
        if (adres.isPresent() && wijze == Bevestiging.SPOEL && spoel.isEmpty()) {
            throw instellingen.unfit("logboek-spoel-map", "een map voor regels die nog naar het logboek moeten");
        }
        Map<String, URI> partijen = new HashMap<>();
        for (Settings partij : instellingen.list("logboek-partijen")) {
            partijen.put(
                    partij.value("oin", "20 cijfers", tekst -> Optional.of(new Oin(tekst).value()))
                            .orElseThrow(() -> partij.unfit("oin", "20 cijfers")),
                    partij.value("adres", "een https-adres", Logboekkeuze::adres)
                            .orElseThrow(() -> partij.unfit("adres", "een https-adres")));
        }
        return new Logboekkeuze(adres, wijze, spoel, partijen, algoritmes(instellingen));
    }

    private static List<String> algoritmes(Settings instellingen) {
        List<String> adressen = instellingen.texts("logboek-algoritmes");
        if (!adressen.stream().allMatch(Logboekkeuze::isAdres)) {
            throw instellingen.unfit("logboek-algoritmes", "https-adressen in het Algoritmeregister");
        }
        return adressen;
    }

    private static boolean isAdres(String tekst) {
        try {
            return adres(tekst).isPresent();
        } catch (IllegalArgumentException geenAdres) {
            return false;
        }
    }

    private static Optional<URI> adres(String tekst) {
        URI adres = URI.create(tekst);
        return adres.getHost() != null && "https".equals(adres.getScheme()) ? Optional.of(adres) : Optional.empty();
    }

    private static Optional<Bevestiging> wijze(String tekst) {
        return switch (tekst) {
            case "sync" -> Optional.of(Bevestiging.WACHT);
            case "spool" -> Optional.of(Bevestiging.SPOEL);
            case "async" -> Optional.of(Bevestiging.ACHTERAF);
            default -> Optional.empty();
        };
    }

    /// Opens it; empty when there is none. The caller closes, after the part.
    ///
    /// @param applicatie name of the part on its lines
    /// @param tls our key for connections and whom we trust, asked at each handshake
    Optional<Open> open(String applicatie, Supplier<Tls> tls) {
        return adres.map(waar -> open(waar, applicatie, Clienttls.context(tls)));
    }

    private Open open(URI waar, String applicatie, SSLContext tls) {
        Telluisteraar telling = new Telluisteraar(Luisteraar.MELDT);
        Instelling kaal = Instelling.of(waar, applicatie, Programma.VERSIE, Pseudonimisering.onbewerkt())
                .with(tls)
                .with(telling);
        Instelling instelling =
                spoel.isPresent() && wijze == Bevestiging.SPOEL ? kaal.withSpoel(spoel.get()) : kaal.with(wijze, false);
        return new Open(new Logboekaansluiting(Logboek.open(instelling), partijen, () -> stand(telling)));
    }

    private static String stand(Telluisteraar telling) {
        if (telling.verloren() > 0) {
            return "niet alles is vastgelegd: "
                    + Formats.count(telling.verloren(), "regel ontbreekt", "regels ontbreken");
        }
        return telling.laatsteReden().isEmpty() ? "goed" : "goed; er is gewacht op het logboek";
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.LogboekFilter;
import nl.ddas.logboek.client.Pseudonimisering;

/// Een webtoepassing die van elk verzoek een regel schrijft. Meld deze klasse aan als listener (in `web.xml`, of met
/// `@WebListener`) en geef de toepassing drie instellingen: `logboek.adres`, `logboek.sleutel` (een bestand van 32
/// bytes of meer) en `logboek.spoel` (een map waar regels wachten als het logboek er even niet is).
///
/// In een servlet zegt u over wie het gaat:
///
///     Lopend actie = (Lopend) request.getAttribute(LogboekFilter.ACTIE);
///     actie.over(new Betrokkene(nummer, "klantnummer"));
public final class Webtoepassing implements ServletContextListener {

    /// Wat een verzoek doet, volgens uw register van verwerkingsactiviteiten.
    private static final Activiteit ACTIVITEIT =
            Activiteit.of("https://register.voorbeeld.nl/processing-activities/7");

    /// De partijen die u aanroepen: de naam in hun certificaat, en het adres waaronder zij bekend zijn.
    private static final Map<String, URI> BEKEND =
            Map.of("CN=Partij B,C=NL", URI.create("https://partij-b.voorbeeld.nl/"));

    private Logboek logboek;

    @Override
    public void contextInitialized(ServletContextEvent begin) {
        ServletContext context = begin.getServletContext();
        logboek = Logboek.open(instelling(context));
        LogboekFilter filter = new LogboekFilter(logboek, Webtoepassing::actie, Webtoepassing::aanroeper);
        context.addFilter("logboek", filter).addMappingForUrlPatterns(null, false, "/*");
    }

    private static Instelling instelling(ServletContext context) {
        try {
            byte[] sleutel = Files.readAllBytes(Path.of(context.getInitParameter("logboek.sleutel")));
            return Instelling.of(
                            URI.create(context.getInitParameter("logboek.adres")),
                            "voorbeeld",
                            "1.0",
                            Pseudonimisering.hmac(sleutel, "1"))
                    .withSpoel(Path.of(context.getInitParameter("logboek.spoel")));
        } catch (IOException fout) {
            throw new UncheckedIOException("de sleutel voor pseudoniemen is niet te lezen", fout);
        }
    }

    /// Een naam voor mensen; nooit iets uit het verzoek waarin een persoon kan staan.
    private static Actie actie(HttpServletRequest verzoek) {
        return Actie.of(verzoek.getMethod().equals("GET") ? "Dossier inzien" : "Dossier wijzigen", ACTIVITEIT);
    }

    /// Wie er belt, blijkt uit het certificaat en nooit uit een header: die kan iedereen meesturen.
    private static Optional<URI> aanroeper(HttpServletRequest verzoek) {
        Object keten = verzoek.getAttribute("jakarta.servlet.request.X509Certificate");
        return keten instanceof X509Certificate[] certificaten && certificaten.length > 0
                ? Optional.ofNullable(BEKEND.get(certificaten[0].getSubjectX500Principal().getName()))
                : Optional.empty();
    }

    @Override
    public void contextDestroyed(ServletContextEvent einde) {
        if (logboek != null) {
            logboek.close();
        }
    }
}

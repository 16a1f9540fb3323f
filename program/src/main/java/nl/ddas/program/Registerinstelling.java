// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.basis.DatabaseChoice;
import nl.ddas.basis.Settings;
import nl.ddas.logboek.register.Registerdocument;

/// Settings of a register in a database.
///
/// @param kop address and title of the register
/// @param databank opens the database
/// @param logboek where changes are logged, OTLP over HTTP; empty when another does that
/// @param activiteit URI of the activity "register beheren"
/// @param spoel folder in which lines wait until the log has them
/// @param regels the database of the log, where it is seen behind which lines no version may come; empty when
///     that is not looked at
/// @param tls our certificate for the log; empty for a log on this machine without TLS
record Registerinstelling(
        Registerdocument kop,
        DatabaseChoice databank,
        Optional<URI> logboek,
        URI activiteit,
        Path spoel,
        Optional<DatabaseChoice> regels,
        Optional<LogboekTls> tls)
        implements AutoCloseable {

    /// No log: changes are accounted for elsewhere.
    private static final String GEEN = "geen";

    private static final String DATABASE = "database";
    private static final String LOGDATABASE = "logboek-database";

    private static final String BEHEER =
            "https://register.ddas.example/v1/processing-activities/f8e0172b-4ed1-5883-9f94-e9f7dbf28948";

    /// Reads a settings file.
    ///
    /// @throws VerkeerdGebruik when it is not there, or says what cannot be
    static Registerinstelling lees(Path bestand, Omgeving omgeving) throws IOException {
        return Instellingen.lees(
                "logboek-register",
                bestand,
                omgeving.variabelen(),
                instellingen -> lees(instellingen, omgeving.klok()));
    }

    private static Registerinstelling lees(Settings instellingen, Clock klok) throws IOException {
        URI base = adres(instellingen, "adres", instellingen.required("adres"));
        String logboek = instellingen.required("logboek");
        Registerinstelling gelezen = new Registerinstelling(
                new Registerdocument(base, instellingen.required("titel"), List.of(), List.of()),
                DatabaseChoice.read(instellingen, DATABASE),
                logboek.equals(GEEN) ? Optional.empty() : Optional.of(adres(instellingen, "logboek", logboek)),
                adres(
                        instellingen,
                        "logboek-activiteit",
                        instellingen.optional("logboek-activiteit").orElse(BEHEER)),
                Path.of(instellingen.optional("logboek-spoel").orElse("var/register-spoel")),
                regels(instellingen),
                LogboekTls.lees(instellingen, klok));
        instellingen.rejectUnknown();
        gelezen.logboek().ifPresent(waar -> gelezen.keur(instellingen, waar));
        return gelezen;
    }

    /// Lines go over TLS, unless the log is on this machine.
    private void keur(Settings instellingen, URI waar) {
        boolean isHier = List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(waar.getHost()));
        if ("https".equals(waar.getScheme()) ? tls.isEmpty() : !isHier) {
            throw instellingen.unfit(
                    "logboek",
                    "een https-adres met uw certificaat bij tls-sleutel (of vertrouwen-map om te oefenen); http kan alleen naar"
                            + " deze computer");
        }
    }

    private static URI adres(Settings instellingen, String sleutel, String tekst) {
        try {
            URI uri = new URI(tekst);
            if (uri.isAbsolute() && !tekst.endsWith("/")) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Told below.
        }
        throw instellingen.unfit(sleutel, "een volledig adres, zonder / aan het eind");
    }

    private static Optional<DatabaseChoice> regels(Settings instellingen) {
        boolean isGeen = instellingen
                .value(LOGDATABASE, GEEN, tekst -> Optional.of(tekst).filter(GEEN::equals))
                .isPresent();
        return isGeen ? Optional.empty() : Optional.of(DatabaseChoice.read(instellingen, LOGDATABASE));
    }

    /// Opens the database.
    Database open() {
        return databank.open(new SecureRandom());
    }

    /// Only who writes in the log needs to: close it after that.
    @Override
    public void close() {
        tls.ifPresent(LogboekTls::close);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// How an application logs. Start with [#of] and change what differs.
///
/// @param adres of the log's OTLP/HTTP, such as `https://logboek.voorbeeld.nl:4318/v1/traces`
/// @param applicatie name of the application, `service.name`
/// @param versie of the application, `service.version`
/// @param sluitBijFout whether the caller gets [NietVastgelegd] when the log does not confirm; with
///         [Bevestiging#WACHT] only
/// @param wachttijd for one attempt to deliver
/// @param herhaling before the second attempt; doubled each time, up to a hundred times as long
/// @param wachtrij how many lines may wait in memory with [Bevestiging#ACHTERAF]
/// @param spoelmap for [Bevestiging#SPOEL]
/// @param tls keys and anchors for the connection
/// @param foutmeldingen whether messages of exceptions are logged: they may hold personal data
public record Instelling(
        URI adres,
        String applicatie,
        String versie,
        Pseudonimisering pseudonimisering,
        Bevestiging bevestiging,
        boolean sluitBijFout,
        Duration wachttijd,
        Duration herhaling,
        int wachtrij,
        Optional<Path> spoelmap,
        Optional<SSLContext> tls,
        boolean foutmeldingen,
        Luisteraar luisteraar) {

    /// @throws IllegalArgumentException when a spool is asked without a folder
    public Instelling {
        if (bevestiging == Bevestiging.SPOEL && spoelmap.isEmpty()) {
            throw new IllegalArgumentException("spool: expected a folder");
        }
    }

    /// Waits for the log, never breaks the caller, names subjects by pseudonym, warns in the application's own log.
    public static Instelling of(URI adres, String applicatie, String versie, Pseudonimisering pseudonimisering) {
        return new Instelling(
                adres,
                applicatie,
                versie,
                pseudonimisering,
                Bevestiging.WACHT,
                false,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                10_000,
                Optional.empty(),
                Optional.empty(),
                false,
                Luisteraar.MELDT);
    }

    /// The same with another way of waiting.
    public Instelling with(Bevestiging anders, boolean sluit) {
        return new Instelling(
                adres,
                applicatie,
                versie,
                pseudonimisering,
                anders,
                sluit,
                wachttijd,
                herhaling,
                wachtrij,
                spoelmap,
                tls,
                foutmeldingen,
                luisteraar);
    }

    /// The same with a spool in a folder of its own.
    public Instelling withSpoel(Path map) {
        return new Instelling(
                adres,
                applicatie,
                versie,
                pseudonimisering,
                Bevestiging.SPOEL,
                false,
                wachttijd,
                herhaling,
                wachtrij,
                Optional.of(map),
                tls,
                foutmeldingen,
                luisteraar);
    }

    /// The same with other times for delivery.
    public Instelling with(Duration wacht, Duration herhaal) {
        return new Instelling(
                adres,
                applicatie,
                versie,
                pseudonimisering,
                bevestiging,
                sluitBijFout,
                wacht,
                herhaal,
                wachtrij,
                spoelmap,
                tls,
                foutmeldingen,
                luisteraar);
    }

    /// The same with a listener.
    public Instelling with(Luisteraar hoorder) {
        return new Instelling(
                adres,
                applicatie,
                versie,
                pseudonimisering,
                bevestiging,
                sluitBijFout,
                wachttijd,
                herhaling,
                wachtrij,
                spoelmap,
                tls,
                foutmeldingen,
                hoorder);
    }

    /// The same with keys and anchors for the connection.
    public Instelling with(SSLContext sleutels) {
        return new Instelling(
                adres,
                applicatie,
                versie,
                pseudonimisering,
                bevestiging,
                sluitBijFout,
                wachttijd,
                herhaling,
                wachtrij,
                spoelmap,
                Optional.of(sleutels),
                foutmeldingen,
                luisteraar);
    }
}

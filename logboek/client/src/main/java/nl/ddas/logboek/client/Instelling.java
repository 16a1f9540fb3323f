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
/// @param spoelgrens how many bytes the spool may take, what the log refused included. Is it full, then lines that come
///         are not accepted, and the listener hears how many; nothing that is in it goes
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
        long spoelgrens,
        Optional<SSLContext> tls,
        boolean foutmeldingen,
        Luisteraar luisteraar) {

    /// Some 400,000 lines.
    private static final long SPOELGRENS = 256L << 20;

    /// @throws IllegalArgumentException when a spool is asked without a folder, or without room
    public Instelling {
        if (bevestiging == Bevestiging.SPOEL && (spoelmap.isEmpty() || spoelgrens < 1)) {
            throw new IllegalArgumentException("spool: expected a folder, and room for 1 byte or more");
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
                SPOELGRENS,
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
                spoelgrens,
                tls,
                foutmeldingen,
                luisteraar);
    }

    /// The same with a spool in a folder of its own, of 256 MiB at most.
    public Instelling withSpoel(Path map) {
        return withSpoel(map, SPOELGRENS);
    }

    /// The same with a spool in a folder of its own.
    ///
    /// @param bytes it may take at most
    public Instelling withSpoel(Path map, long bytes) {
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
                bytes,
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
                spoelgrens,
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
                spoelgrens,
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
                spoelgrens,
                Optional.of(sleutels),
                foutmeldingen,
                luisteraar);
    }
}

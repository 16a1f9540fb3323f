// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Oin;

/// The connection of an operator with the management interface of a Manager.
final class Beheerverbinding implements AutoCloseable {

    private static final JsonReading.Limits RUIM = new JsonReading.Limits(64, 1000, false);
    private static final int HOOGSTENS = 64 * 1024 * 1024;

    private final URI manager;
    private final HttpClient client;
    private final Runnable daarna;

    private Beheerverbinding(URI manager, HttpClient client, Runnable daarna) {
        this.manager = manager;
        this.client = client;
        this.daarna = daarna;
    }

    /// A connection on a network that stays open.
    ///
    /// @param tls shows who the operator is
    static Beheerverbinding van(URI manager, Network network, Tls tls) {
        return new Beheerverbinding(manager, client(network, tls), () -> {});
    }

    private static HttpClient client(Network network, Tls tls) {
        return HttpClient.open(
                network, new HttpClient.Config(Optional.of(tls), Duration.ofSeconds(10), Duration.ofSeconds(60)));
    }

    /// What stands in the settings file.
    private record Inrichting(URI manager, InternTls wij) {}

    /// Opens the connection that a settings file describes.
    ///
    /// @throws VerkeerdGebruik when the file is not there, or says what cannot be
    static Beheerverbinding open(Path config, Omgeving omgeving) throws IOException {
        Inrichting inrichting = Instellingen.lees("fsc-beheer", config, omgeving.variabelen(), s -> lees(s, omgeving));
        Tls tls = inrichting.wij().tls().get();
        Network network = Network.open();
        Runnable daarna = () -> {
            network.close();
            inrichting.wij().close();
        };
        try {
            return new Beheerverbinding(inrichting.manager(), client(network, tls), daarna);
        } catch (RuntimeException mislukt) {
            daarna.run();
            throw mislukt;
        }
    }

    private static Inrichting lees(Settings instellingen, Omgeving omgeving) throws IOException {
        URI manager = URI.create(instellingen.required("manager"));
        if (!"https".equals(manager.getScheme()) || manager.getHost() == null) {
            throw new VerkeerdGebruik("bij manager hoort een adres als https://localhost:9444, en dit is " + manager);
        }
        InternTls wij = InternTls.lees(
                        instellingen,
                        new Holder(instellingen.required("bediener"), new Oin(instellingen.required("oin")), List.of()),
                        Omgevingskeuze.lees(instellingen, Groepsbestanden.OMGEVING),
                        omgeving.klok())
                .orElseThrow(() -> new VerkeerdGebruik("intern-map of intern-sleutel ontbreekt in de instellingen"));
        instellingen.rejectUnknown();
        return new Inrichting(manager, wij);
    }

    /// What stands at a path, with query.
    JsonObject haal(String pad) throws IOException {
        return roep("GET", pad, new byte[0]);
    }

    /// Has something done.
    JsonObject stuur(String methode, String pad, JsonObject inhoud) throws IOException {
        return roep(methode, pad, inhoud.toBytes());
    }

    private JsonObject roep(String methode, String pad, byte[] inhoud) throws IOException {
        URI uri = URI.create(manager + "/v1" + pad);
        Headers headers = Headers.of("Content-Type", "application/json", "Accept", "application/json");
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call(methode, uri, headers, inhoud))) {
            JsonObject json = JsonReading.of(antwoord.body(), HOOGSTENS, RUIM) instanceof JsonReading.Read(JsonObject o)
                    ? o
                    : JsonObject.EMPTY;
            if (antwoord.status() / 100 == 2) {
                return json;
            }
            String uitleg = json.text("detail").orElse("zonder uitleg");
            if (antwoord.status() / 100 == 4) {
                throw new VerkeerdGebruik("de Manager doet dit niet. " + uitleg);
            }
            throw new BeheerMislukt("de Manager kan dit nu niet (" + antwoord.status() + "). " + uitleg);
        } catch (IOException weg) {
            throw new BeheerMislukt("de Manager op " + manager + " is niet te bereiken. Draait hij, klopt het adres, en"
                    + " is uw certificaat van dezelfde intern-map?");
        }
    }

    /// A part of a path or query.
    static String deel(String tekst) {
        return URLEncoder.encode(tekst, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        daarna.run();
    }
}

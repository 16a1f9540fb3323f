// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.TlsReload;
import nl.ddas.levering.bron.BronConfig.Versleuteling;
import nl.ddas.levering.bron.Versleuteldeweg.Middelen;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.jose.Recipients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the API needs for encrypted messages, made from settings and own keys; fetches certificates that others make
/// known at an address.
///
/// @param middelen empty when nothing is agreed with anybody
/// @param client there when a certificate is fetched
record Versleutelinrichting(Optional<Middelen> middelen, Optional<HttpClient> client) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Versleutelinrichting.class);

    /// @throws IllegalArgumentException when something is agreed and there are no keys for it
    static Versleutelinrichting maak(Versleuteling afgesproken, BronOnderdelen onderdelen, TlsReload sleutels) {
        Map<String, Versleutelafspraak> afspraken = afgesproken.afspraken();
        if (afspraken.isEmpty()) {
            return new Versleutelinrichting(Optional.empty(), Optional.empty());
        }
        Eigensleutels eigen = onderdelen
                .sleutels()
                .eigen()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Er is versleuteling afgesproken, en er zijn geen eigen sleutels om te ontsleutelen."));
        afspraken.forEach((oin, afspraak) -> LOG.info(
                "messages with {}: encryption {}, by decision {}",
                oin,
                afspraak.modus().tekst(),
                afspraak.dpiaBesluit()));
        HttpClient client = HttpClient.open(
                onderdelen.network(),
                new HttpClient.Config(Optional.of(sleutels.now()), Duration.ofSeconds(10), Duration.ofSeconds(20)));
        sleutels.attach(client);
        Clock clock = onderdelen.clock();
        Recipients ontvangers = new Recipients(
                afspraken.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, een -> een.getValue()
                        .bron(client, clock))),
                eigen.ontvangers(),
                clock);
        return new Versleutelinrichting(
                Optional.of(new Middelen(
                        eigen.lezer(new Freshness.Request(), clock, onderdelen.willekeur()),
                        eigen.schrijver(clock, onderdelen.willekeur()),
                        ontvangers)),
                Optional.of(client));
    }

    @Override
    public void close() {
        client.ifPresent(HttpClient::close);
    }
}

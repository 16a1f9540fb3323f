// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.TimelyStream;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.model.TraceId;

/// Asks a log over mutual TLS, page by page, at the address that was judged and no other. No redirect is followed.
///
/// @param naam whose certificate it is, for people
/// @param clock ends a log that goes on answering slowly
public record HttpBevraging(
        Network network, Tls tls, Function<List<X509Certificate>, Optional<String>> naam, Clock clock)
        implements Bevraging {

    private static final Duration VERBINDEN = Duration.ofSeconds(10);
    private static final Duration STIL = Duration.ofSeconds(30);
    private static final Duration LANGST = Duration.ofMinutes(2);
    private static final int PAGINABYTES = 16 << 20;
    private static final int PAGINAS = 1000;
    private static final JsonReading.Limits RUIM = new JsonReading.Limits(64, 1000, false);

    /// What one page came to.
    private record Pagina(Toestand toestand, List<Tracelijn> regels, Optional<String> volgende, long bytes) {

        static Pagina niets(Toestand toestand) {
            return new Pagina(toestand, List.of(), Optional.empty(), 0);
        }
    }

    @Override
    public Antwoord ask(Leesadres adres, InetAddress verbinding, TraceId trace, long bytes) {
        HttpClient.Config config = new HttpClient.Config(
                Optional.of(tls),
                VERBINDEN,
                STIL,
                HttpClient.Protocol.HTTP_1_1,
                Map.of(adres.uri().getHost(), verbinding.getHostAddress()));
        try (HttpClient client = HttpClient.open(network, config)) {
            return new Gesprek(client, adres, trace, clock.instant().plus(LANGST)).run(bytes);
        }
    }

    /// All pages of one log.
    private final class Gesprek {
        private final HttpClient client;
        private final Leesadres adres;
        private final TraceId trace;
        private final Instant eind;
        private Optional<String> organisatie = Optional.empty();

        Gesprek(HttpClient client, Leesadres adres, TraceId trace, Instant eind) {
            this.client = client;
            this.adres = adres;
            this.trace = trace;
            this.eind = eind;
        }

        Antwoord run(long most) {
            List<Tracelijn> regels = new ArrayList<>();
            long bytes = 0;
            Optional<String> token = Optional.empty();
            for (int i = 0; i < PAGINAS && bytes < most && !clock.instant().isAfter(eind); i++) {
                Pagina page = page(token, Math.toIntExact(Math.min(PAGINABYTES, most - bytes)));
                bytes += page.bytes();
                regels.addAll(page.regels());
                if (page.toestand() != Toestand.GELEZEN) {
                    return new Antwoord(
                            regels.isEmpty() ? page.toestand() : Toestand.AFGEKAPT, organisatie, regels, bytes);
                }
                if (page.volgende().isEmpty()) {
                    return new Antwoord(Toestand.GELEZEN, organisatie, regels, bytes);
                }
                token = page.volgende();
            }
            return new Antwoord(Toestand.AFGEKAPT, organisatie, regels, bytes);
        }

        private Pagina page(Optional<String> token, int most) {
            JsonObject vraag = JsonObject.EMPTY.with("traceId", trace.uuid().toString());
            vraag = token.isPresent() ? vraag.with("pageToken", token.get()) : vraag;
            Headers headers = Headers.of("Content-Type", "application/json", "Accept", "application/json");
            try (HttpClient.Answer answer =
                    client.send(new HttpClient.Call("POST", adres.vraag(), headers, vraag.toBytes()))) {
                organisatie = naam.apply(answer.peer());
                return judge(answer, most);
            } catch (IOException _) {
                return Pagina.niets(Toestand.ONBEREIKBAAR);
            }
        }

        private Pagina judge(HttpClient.Answer answer, int most) throws IOException {
            if (answer.status() / 100 == 3) {
                return Pagina.niets(Toestand.DOORVERWIJZING);
            }
            String type = answer.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            if (type.startsWith("text/html") || type.startsWith("application/xhtml+xml")) {
                return Pagina.niets(Toestand.CONTACTPAGINA);
            }
            if (answer.status() == 401 || answer.status() == 403) {
                return Pagina.niets(Toestand.GEEN_TOEGANG);
            }
            if (answer.status() != 200) {
                return Pagina.niets(answer.status() / 100 == 5 ? Toestand.ONBEREIKBAAR : Toestand.ONLEESBAAR);
            }
            byte[] body = new TimelyStream(answer.body(), eind, clock).readNBytes(most + 1);
            if (body.length > most) {
                return new Pagina(Toestand.AFGEKAPT, List.of(), Optional.empty(), most);
            }
            return read(body);
        }
    }

    private static Pagina read(byte[] body) {
        if (!(JsonReading.of(body, RUIM) instanceof JsonReading.Read(JsonObject json))) {
            return Pagina.niets(Toestand.ONLEESBAAR);
        }
        Optional<List<JsonValue>> items = json.array("processingActivities");
        if (items.isEmpty()) {
            return Pagina.niets(Toestand.ONLEESBAAR);
        }
        List<Tracelijn> regels = items.get().stream()
                .flatMap(item -> item instanceof JsonObject line
                        ? Tracelijn.read(line).stream()
                        : Optional.<Tracelijn>empty().stream())
                .toList();
        return regels.size() < items.get().size()
                ? new Pagina(Toestand.ONLEESBAAR, regels, Optional.empty(), body.length)
                : new Pagina(Toestand.GELEZEN, regels, json.text("nextPageToken"), body.length);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsProfile;
import nl.ddas.logboek.dienst.GeheugenQuarantaine;
import nl.ddas.logboek.dienst.Inboeking;
import nl.ddas.logboek.dienst.LogboekServer;
import nl.ddas.logboek.dienst.Logboekmeting;
import nl.ddas.logboek.dienst.Logregels;
import nl.ddas.logboek.dienst.Loket;
import nl.ddas.logboek.dienst.Ontvangst;
import nl.ddas.logboek.dienst.Quarantainegrens;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.OtlpSchrijver;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;

/// The whole way in: OTLP over gRPC with mutual TLS, judged, stored. Bodies are made before the clock runs:
/// what a sender spends is not the server's.
final class Logboekdeur implements AutoCloseable {

    private static final int KOP = 5;

    private final Network network = Network.open();
    private final LogboekServer server;
    private final HttpClient client;
    private final Logboekregels regels;

    /// @param opslag stays open
    Logboekdeur(Path map, Clock klok, Logregels opslag, Logboekregels regels) throws IOException {
        this.regels = regels;
        AuthorityFolder autoriteit = AuthorityFolder.open(map, klok, new SecureRandom());
        Party log = autoriteit.party("Log", new Oin("00000099000000001000"), List.of("localhost"));
        Party zender = autoriteit.party("Zender", new Oin("00000099000000002000"), List.of("localhost"));
        Tls tls = autoriteit.tls(log);
        Ontvangst ontvangst = new Ontvangst(
                new Regeltoets(Toetsbeleid.STRIKT, Naamruimten.GEEN, Verwerkingsactiviteiten.ONBEKEND),
                opslag,
                new GeheugenQuarantaine(Quarantainegrens.STANDAARD),
                new Logboekmeting(new Metrics()),
                klok);
        server = LogboekServer.start(
                network,
                new LogboekServer.Ingang(
                        new LogboekServer.Luisteren("127.0.0.1", 0, OptionalInt.empty(), TlsProfile.DIGIKOPPELING),
                        Optional.of(tls),
                        _ -> Optional.of(Logboekregels.HOUDER),
                        List.of()),
                new Loket(ontvangst, Grenzen.STANDAARD, 256L << 20, klok),
                new Openblijver(opslag));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(Gestaag.context(autoriteit.tls(zender)))
                .build();
    }

    /// Messages of gRPC, each with so many new lines.
    List<byte[]> berichten(int aantal, int perKeer) {
        List<byte[]> berichten = new ArrayList<>(aantal);
        for (int i = 0; i < aantal; i++) {
            byte[] inhoud = OtlpSchrijver.write(
                    regels.volgende(perKeer).stream().map(Inboeking::regel).toList());
            berichten.add(ByteBuffer.allocate(KOP + inhoud.length)
                    .put((byte) 0)
                    .putInt(inhoud.length)
                    .put(inhoud)
                    .array());
        }
        return berichten;
    }

    /// Sends all, so many at a time.
    ///
    /// @return seconds
    double zend(List<byte[]> berichten, int tegelijk) throws InterruptedException {
        AtomicInteger volgende = new AtomicInteger();
        List<Future<Integer>> lopend = new ArrayList<>();
        long begin = System.nanoTime();
        try (ExecutorService draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < tegelijk; i++) {
                lopend.add(draden.submit(() -> {
                    int keren = 0;
                    for (int n = volgende.getAndIncrement(); n < berichten.size(); n = volgende.getAndIncrement()) {
                        zend(berichten.get(n));
                        keren++;
                    }
                    return keren;
                }));
            }
        }
        double seconden = (System.nanoTime() - begin) / 1e9;
        int gelukt = lopend.stream().mapToInt(Future::resultNow).sum();
        if (gelukt != berichten.size()) {
            throw new IllegalStateException("not all messages were answered");
        }
        return seconden;
    }

    /// @throws IOException when it is not confirmed whole: an empty response is a response of its own, of no bytes
    private void zend(byte[] bericht) throws IOException, InterruptedException {
        HttpResponse<byte[]> antwoord = client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + server.port()
                                + "/opentelemetry.proto.collector.trace.v1.TraceService/Export"))
                        .header("Content-Type", "application/grpc")
                        .header("TE", "trailers")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bericht))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (antwoord.statusCode() != 200 || antwoord.body().length != KOP) {
            throw new IOException("expected a confirmation, got " + antwoord.statusCode() + " with "
                    + antwoord.body().length + " bytes, grpc-status "
                    + antwoord.headers().firstValue("grpc-status").orElse("in the trailers"));
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        network.close();
    }
}

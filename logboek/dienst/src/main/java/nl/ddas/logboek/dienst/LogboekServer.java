// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import nl.ddas.basis.Handler;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.basis.TlsProfile;

/// The log on the network: OTLP over HTTP and gRPC on one port, gRPC on a second one too when asked, and other
/// parts beside it. TLS with a client certificate, unless it listens on the own machine only and TLS was left
/// out on purpose (LDV-L2). Without TLS there is no HTTP/2, hence no gRPC.
public final class LogboekServer implements TlsEnd, AutoCloseable {

    private static final Duration STIL = Duration.ofMinutes(2);
    /// A message of gRPC is a little longer than its content.
    private static final int EXTRA = 1024;

    /// Where it listens.
    ///
    /// @param poort 0 for any free port
    /// @param grpcPoort a second port, where OpenTelemetry looks for gRPC by itself; 0 for any free port
    public record Luisteren(String adres, int poort, OptionalInt grpcPoort, TlsProfile profiel) {}

    /// How one comes in.
    ///
    /// @param tls empty for none
    /// @param delen what is served beside OTLP; the first that knows a path gets it
    public record Ingang(Luisteren luisteren, Optional<Tls> tls, Houderkeuze houders, List<Deel> delen) {
        public Ingang {
            delen = List.copyOf(delen);
        }
    }

    /// Whose lines a sender writes, by the certificate that it showed; nothing for a stranger.
    @FunctionalInterface
    public interface Houderkeuze extends Function<List<X509Certificate>, Optional<Houder>> {}

    private final List<HttpServer> servers;
    private final Logregels regels;

    private LogboekServer(List<HttpServer> servers, Logregels regels) {
        this.servers = List.copyOf(servers);
        this.regels = regels;
    }

    /// Starts listening.
    ///
    /// @param regels closed with this one, after the last request
    /// @throws nl.ddas.basis.NotListening when a port cannot be opened
    /// @throws IllegalArgumentException when TLS is left out on an address that others can reach
    public static LogboekServer start(Network network, Ingang ingang, Loket loket, Logregels regels) {
        Luisteren luisteren = ingang.luisteren();
        List<String> ernaast = ingang.delen().stream().map(Deel::pad).toList();
        Handler voordeur = new Voordeur(
                new OtlpGrpc(loket, ingang.houders()), new OtlpHttp(loket, ingang.houders(), ernaast), ingang.delen());
        List<Integer> poorten = new ArrayList<>(List.of(luisteren.poort()));
        luisteren.grpcPoort().ifPresent(poorten::add);
        List<HttpServer> open = new ArrayList<>();
        try {
            for (int poort : poorten) {
                HttpServer.Config config = new HttpServer.Config(
                        luisteren.adres(), poort, ingang.tls(), loket.grenzen().bytes() + EXTRA, STIL);
                open.add(HttpServer.start(network, config, luisteren.profiel(), voordeur));
            }
        } catch (RuntimeException failed) {
            open.forEach(HttpServer::close);
            throw failed;
        }
        return new LogboekServer(open, regels);
    }

    /// The real port.
    public int port() {
        return servers.getFirst().port();
    }

    /// The real port for gRPC: the second one, or the only one.
    public int grpcPort() {
        return servers.getLast().port();
    }

    @Override
    public void renew(Tls tls) {
        servers.forEach(server -> server.renew(tls));
    }

    @Override
    public void closeUntrusted(Tls tls) {
        servers.forEach(server -> server.closeUntrusted(tls));
    }

    /// Finishes what is going on, then stops.
    @Override
    public void close() {
        servers.forEach(HttpServer::close);
        regels.close();
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Network;
import nl.ddas.levering.bron.BijVormfouten;
import nl.ddas.levering.bron.BronConfig;
import nl.ddas.levering.bron.BronOnderdelen;
import nl.ddas.levering.bron.BronServer;
import nl.ddas.levering.bron.Bronfout;
import nl.ddas.levering.bron.MapBron;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.ReplayCache;
import nl.ddas.trust.Strictness;

/// One supplier of the demo: a folder of exchange files with an API in front of it, on a port of this machine.
final class DemoLeverancier implements AutoCloseable {

    private static final long PAGINARUIMTE = 2L << 30;
    private static final long GROOTSTE_VERSLAG = 64L << 20;

    /// What all parties of the demo share.
    ///
    /// @param afnemer who may collect
    /// @param logboeken in which they account for what they do; empty for none
    record Omstandigheden(
            Network network,
            AuthorityFolder vertrouwen,
            Party afnemer,
            BerichtLezer lezer,
            Clock klok,
            Optional<DemoLogboeken> logboeken) {

        /// Without logs.
        Omstandigheden(Network network, AuthorityFolder vertrouwen, Party afnemer, BerichtLezer lezer, Clock klok) {
            this(network, vertrouwen, afnemer, lezer, klok, Optional.empty());
        }

        Omstandigheden met(DemoLogboeken nieuw) {
            return new Omstandigheden(network, vertrouwen, afnemer, lezer, klok, Optional.of(nieuw));
        }
    }

    private final Party partij;
    private final BronConfig.Opslag opslag;
    private final BronServer server;

    private DemoLeverancier(Party partij, BronConfig.Opslag opslag, BronServer server) {
        this.partij = partij;
        this.opslag = opslag;
        this.server = server;
    }

    /// Starts the API on a free port.
    ///
    /// @param bestanden folder with the exchange files
    /// @param opslag folder for its sealed snapshot
    /// @param leverklok by which it puts its data ready
    static DemoLeverancier start(Party partij, Path bestanden, Path opslag, Clock leverklok, Omstandigheden om)
            throws IOException {
        BronConfig config = new BronConfig(
                partij.name(),
                new BronConfig.Luisteren("127.0.0.1", 0, 0),
                new BronConfig.Opslag(opslag, opslag.resolveSibling(opslag.getFileName() + ".sleutel")),
                new BronConfig.Gegevens(
                        Optional.empty(),
                        BijVormfouten.LEVEREN,
                        new BronConfig.Verversing(LocalTime.of(3, 30), Duration.ofMinutes(15), Duration.ofDays(2))),
                new BronConfig.Grenzen(PAGINARUIMTE, 600, GROOTSTE_VERSLAG),
                "https://ddas.example/problemen",
                new BronConfig.Toegang(
                        Map.of(om.afnemer().oin().value(), om.afnemer().name()), Beschikbaarheid.ALTIJD));
        BronOnderdelen kaal = BronOnderdelen.van(
                om.network(),
                () -> om.vertrouwen().tls(partij),
                new PayloadSigner(partij.signing(), om.klok()),
                new PayloadVerifier(
                        om.vertrouwen()::trust,
                        new Freshness.Request(new ReplayCache(10_000)),
                        Strictness.DIGEST_OPTIONAL,
                        om.klok()),
                new AchterInway(partij.oin()),
                om.lezer(),
                leverklok,
                new SecureRandom());
        BronOnderdelen onderdelen = om.logboeken()
                .map(logboeken ->
                        kaal.met(new Logboekaansluiting(logboeken.bron(partij), logboeken.aanroepers(), () -> "goed")))
                .orElse(kaal);
        return new DemoLeverancier(
                partij, config.opslag(), BronServer.start(config, new MapBron(bestanden, om.lezer()), onderdelen));
    }

    /// Makes the snapshot of the last half-year and waits for it.
    ///
    /// @return what stood in the way
    List<Bronfout> ververs() {
        return server.ververs();
    }

    /// Where its snapshot and the reports it received lie.
    BronConfig.Opslag opslag() {
        return opslag;
    }

    Party partij() {
        return partij;
    }

    /// Address up to, not with, `/v1`.
    URI adres() {
        return URI.create("https://127.0.0.1:" + server.poort());
    }

    @Override
    public void close() {
        server.close();
    }
}

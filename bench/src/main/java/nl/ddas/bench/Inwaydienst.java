// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.fsc.gateway.Authorization;
import nl.ddas.fsc.gateway.Inway;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.fsc.transactionlog.SegmentLog;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;

/// The Inway in a process of its own, as `ddas fsc inway` starts it but without a Manager beside it: its answers, which
/// are kept for seconds, stand fixed.
final class Inwaydienst {

    /// How [Main] is told to be it.
    static final String WOORD = "inway-dienst";

    static final String GROEP = "meting";
    static final String DIENST = "meting";

    private Inwaydienst() {}

    /// Runs until the process is ended.
    ///
    /// @param args the word, port, folder of the authority, folder of the log, address of the service
    static void draai(String[] args, Clock klok) throws IOException, InterruptedException {
        int poort = Integer.parseInt(args[1]);
        AuthorityFolder autoriteit = AuthorityFolder.open(Path.of(args[2]), klok, new SecureRandom());
        Party bron = autoriteit.party(Buren.BRON, new Oin(Buren.BRON_OIN), List.of("localhost", "127.0.0.1"));
        Identity tekenaar = bron.signing();
        CertificateThumbprint eigen = CertificateThumbprint.of(tekenaar.leaf());
        try (Network network = Network.open();
                SegmentLog log = SegmentLog.open(Path.of(args[3]), SegmentLog.Limits.DEFAULT);
                Inway inway = Inway.start(
                        config(poort, URI.create(args[4])),
                        new Inway.Parts(
                                network,
                                autoriteit.tls(bron),
                                groep(poort),
                                new PeerId(Buren.BRON_OIN),
                                gevraagd -> gevraagd.equals(eigen) ? Optional.of(tekenaar.leaf()) : Optional.empty(),
                                grant -> CompletableFuture.completedFuture(true),
                                Authorization.NONE,
                                log,
                                new Metrics(),
                                klok))) {
            System.out.println("listening on " + inway.port());
            new CountDownLatch(1).await();
        }
    }

    private static InwayConfig config(int poort, URI dienst) {
        return new InwayConfig(
                "127.0.0.1",
                poort,
                adres(poort),
                Map.of(DIENST, new InwayConfig.Service(DIENST, dienst, Protocol.HTTP_1_1, Optional.empty(), 256)),
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5));
    }

    static URI adres(int poort) {
        return URI.create("https://127.0.0.1:" + poort);
    }

    static Group groep(int poort) {
        return Group.of(GROEP).withPorts(Set.of(poort));
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.FolderLock;
import nl.ddas.basis.HttpServer;
import nl.ddas.levering.bron.Momentopnamemaker.Uitkomst;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The API of a supplier, running: `POST /v1/gegevens`, `POST /v1/verwerkingsverslagen`, `/v1/openapi.json`,
/// `/seed-2024-07/openapi.json` and `/health` on mutual TLS; health, counts and metrics on a listener of its
/// own on 127.0.0.1.
public final class BronServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BronServer.class);
    private static final Duration STIL = Duration.ofMinutes(2);

    private final FolderLock slot;
    private final Bronopbouw.Werk werk;
    private final HttpServer api;
    private final HttpServer beheer;
    private final ScheduledExecutorService wekker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bron-wekker").daemon().factory());

    private BronServer(FolderLock slot, Bronopbouw.Werk werk, HttpServer api, HttpServer beheer) {
        this.slot = slot;
        this.werk = werk;
        this.api = api;
        this.beheer = beheer;
    }

    /// Takes over what an earlier run left, opens both ports, and makes the snapshot of the standard period
    /// when it is due, in the background.
    ///
    /// @throws IOException when the storage cannot be opened, or another one has it open
    /// @throws IllegalStateException when a port cannot be opened
    public static BronServer start(BronConfig config, Gegevensbron bron, BronOnderdelen onderdelen) throws IOException {
        return start(config, bron, onderdelen, Momentopnamemelder.STIL);
    }

    /// As [#start(BronConfig, Gegevensbron, BronOnderdelen)], for who wants to know of snapshots.
    ///
    /// @param melder told of each snapshot that is made or could not be made
    /// @throws IOException when the storage cannot be opened, or another one has it open
    /// @throws IllegalStateException when a port cannot be opened
    public static BronServer start(
            BronConfig config, Gegevensbron bron, BronOnderdelen onderdelen, Momentopnamemelder melder)
            throws IOException {
        Files.createDirectories(
                config.opslag().map(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // Before anything is cleared away: it may be what another one is working on.
        FolderLock slot = FolderLock.takeNow(config.opslag().map());
        try {
            return start(config, bron, onderdelen, melder, slot);
        } catch (IOException | RuntimeException mislukt) {
            slot.close();
            throw mislukt;
        }
    }

    private static BronServer start(
            BronConfig config, Gegevensbron bron, BronOnderdelen onderdelen, Momentopnamemelder melder, FolderLock slot)
            throws IOException {
        Bronopbouw.Gebouwd gebouwd = new Bronopbouw(config, onderdelen).bouw(bron, melder);
        try {
            return open(config, onderdelen, gebouwd, slot);
        } catch (RuntimeException dicht) {
            gebouwd.werk().versleuteling().close();
            gebouwd.werk().momentopnamen().close();
            throw dicht;
        }
    }

    /// Whatever stands in the way, no port stays open.
    private static BronServer open(
            BronConfig config, BronOnderdelen onderdelen, Bronopbouw.Gebouwd gebouwd, FolderLock slot) {
        Bronopbouw.Werk werk = gebouwd.werk();
        BronConfig.Luisteren luisteren = config.luisteren();
        HttpServer api = HttpServer.start(
                onderdelen.network(),
                new HttpServer.Config(
                        luisteren.adres(),
                        luisteren.poort(),
                        Optional.of(werk.sleutels().now()),
                        config.grenzen().grootsteVerslag(),
                        STIL),
                luisteren.tls(),
                gebouwd.voordeur());
        try {
            HttpServer beheer = HttpServer.start(
                    onderdelen.network(),
                    new HttpServer.Config("127.0.0.1", luisteren.beheerPoort(), Optional.empty(), 64 * 1024, STIL),
                    gebouwd.beheer());
            return volgen(onderdelen, new BronServer(slot, werk, api, beheer));
        } catch (RuntimeException dicht) {
            api.close();
            throw dicht;
        }
    }

    /// All ends follow our keys, and the regular work begins.
    private static BronServer volgen(BronOnderdelen onderdelen, BronServer server) {
        try {
            server.werk.sleutels().attach(server.api);
            onderdelen.beslissing().volgers().forEach(server.werk.sleutels()::attach);
            server.wek();
            return server;
        } catch (RuntimeException dicht) {
            server.beheer.close();
            server.wekker.shutdown();
            throw dicht;
        }
    }

    private void wek() {
        ScheduledFuture<?> _ =
                wekker.scheduleWithFixedDelay(this::tik, 0, Bronopbouw.TIK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Does what is due: removes old decisions, looks for other keys and revocation lists, makes the snapshot anew,
    /// removes old reports, writes the counts.
    void tik() {
        try {
            werk.opruimen().run();
            werk.vernieuwing().kijk(werk.sleutels().tick());
            werk.momentopnamen().tik();
            werk.regels().vernietig(werk.verslagen());
            werk.telling().bewaar();
        } catch (IOException | RuntimeException stuk) {
            // The next turn tries again; without this the thread would stop for good.
            LOG.error("the regular work failed", stuk);
        }
    }

    /// Makes the snapshot of the standard period now, and waits until it is in use.
    ///
    /// @return the faults in the source that stood in the way; empty when it is in use
    public List<Bronfout> ververs() {
        return switch (werk.momentopnamen().ververs(werk.momentopnamen().standaardperiode())) {
            case Uitkomst.Gelukt gelukt -> List.of();
            case Uitkomst.Mislukt mislukt -> Beheer.fouten(mislukt);
        };
    }

    /// Port of the API.
    public int poort() {
        return api.port();
    }

    /// Port of health and metrics, on 127.0.0.1.
    public int beheerPoort() {
        return beheer.port();
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        // Not interrupted: what is being written is written to its end.
        wekker.shutdown();
        api.close();
        beheer.close();
        werk.versleuteling().close();
        werk.momentopnamen().close();
        try {
            if (!wekker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the regular work goes on after closing");
            }
            werk.telling().bewaar();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException stuk) {
            LOG.error("the counts of today could not be kept", stuk);
        }
        try {
            slot.close();
        } catch (IOException stuk) {
            LOG.warn("the storage stays locked until this process ends");
        }
    }
}

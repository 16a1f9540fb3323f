// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import nl.ddas.authority.CaSecrets;
import nl.ddas.authority.OwnAuthority;
import nl.ddas.authority.PublishedFiles;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ddas vertrouwen ca crl`: revocation lists.
@Command(
        name = "crl",
        description = {
            "Maakt de intrekkingslijsten die aan de beurt zijn.",
            "Die van de uitgever om de 12 uur, die van de stam als er minder dan 30 dagen over zijn.",
            "Laat dit elk uur lopen, of blijf erbij met --bedien."
        })
final class CaCrlOpdracht implements Callable<Integer> {

    private static final Duration STIL = Duration.ofSeconds(30);

    @Mixin
    CaOpties opties = new CaOpties();

    @Mixin
    CaOpties.Geheimen geheimen = new CaOpties.Geheimen();

    @Option(names = "--nu", description = "Maak ze ook als ze nog niet aan de beurt zijn.")
    boolean nu;

    @Option(
            names = "--bedien",
            paramLabel = "POORT",
            description =
                    "Blijf aan: geef lijsten en certificaten over http op 127.0.0.1, poort POORT, en maak ze elk uur"
                            + " als het nodig is. Zet er een webserver voor.")
    Optional<Integer> bedien = Optional.empty();

    private final Omgeving omgeving;

    CaCrlOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        bedien.filter(poort -> poort < 0 || poort > 65_535).ifPresent(poort -> {
            throw new VerkeerdGebruik("bij --bedien hoort een poort tot en met 65535, en dit is " + poort);
        });
        CaSecrets sleutels = geheimen.lees(opties.ca, omgeving.variabelen());
        return opties.voer(omgeving, uitgever -> {
            meld(uitgever, sleutels, nu);
            return bedien.isPresent() ? bedien(uitgever, sleutels, bedien.get()) : Uitgang.GOED;
        });
    }

    private void meld(OwnAuthority uitgever, CaSecrets sleutels, boolean alle) throws IOException {
        List<String> gemaakt = uitgever.publish(sleutels, alle);
        gemaakt.forEach(regel -> omgeving.uit().println(regel));
        if (gemaakt.isEmpty()) {
            omgeving.uit().println("Er is nog geen lijst aan de beurt.");
        }
        CaEinde.meld(uitgever, omgeving.klok().instant(), omgeving.fout());
    }

    private int bedien(OwnAuthority uitgever, CaSecrets sleutels, int poort) throws IOException {
        HttpServer.Config config = new HttpServer.Config("127.0.0.1", poort, Optional.empty(), 1024, STIL);
        ScheduledExecutorService elkUur = Executors.newSingleThreadScheduledExecutor();
        try (Network network = Network.open();
                HttpServer server = HttpServer.start(network, config, new PublishedFiles(uitgever.published()))) {
            ScheduledFuture<?> _ =
                    elkUur.scheduleWithFixedDelay(() -> ververs(uitgever, sleutels), 1, 1, TimeUnit.HOURS);
            omgeving.fout().println("De lijsten staan op http://127.0.0.1:" + server.port() + "/. Stoppen met Ctrl-C.");
            Einde.wacht(elkUur::shutdownNow, server::close, network::close);
            return Uitgang.GOED;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Uitgang.GOED;
        } finally {
            elkUur.shutdownNow();
        }
    }

    // Whatever goes wrong, the next hour tries again.
    private void ververs(OwnAuthority uitgever, CaSecrets sleutels) {
        try {
            meld(uitgever, sleutels, false);
        } catch (IOException | RuntimeException stuk) {
            omgeving.fout().println("ddas: de lijsten zijn niet vernieuwd: " + Foutmelding.van(stuk));
        }
    }
}

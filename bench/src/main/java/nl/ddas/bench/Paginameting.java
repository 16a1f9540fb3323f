// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A ready page of the supplier's API against nginx that serves the same bytes as a file, both over mutual TLS with the
/// same certificates and the same caller; and a page that is put together on request.
final class Paginameting implements Meting {

    private static final String BRON = "ddas bron, ready page";
    private static final String NGINX = "nginx, the same bytes";
    private static final String OP_VERZOEK = "ddas bron, put together now";
    private static final double DOEL = 0.8;
    private static final int RONDES = 21;

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        Buren buren = new Buren(plek);
        Diensten diensten = new Diensten(plek, buren);
        try (Afnemer afnemer = new Afnemer(buren);
                Dienst bron = diensten.bron(plek.bestanden().goed(Bestanden.PAGINA))) {
            byte[] pagina = afnemer.eerste(bron);
            plek.regel("page of %d trajecten, %d bytes", Bestanden.PAGINA, pagina.length);
            try (Dienst nginx = diensten.nginx(pagina)) {
                eigen(plek, afnemer, bron, nginx, pagina.length, 1);
                eigen(plek, afnemer, bron, nginx, pagina.length, 4);
                curl(plek, new Curl(plek, buren, afnemer, "--http1.1"), bron, nginx, pagina.length);
                curl(plek, new Curl(plek, buren, afnemer, "--http2"), bron, nginx, pagina.length);
                plek.regel("nginx agreed: %s%n", diensten.nginxSuites());
            }
            opVerzoek(plek, afnemer, bron, pagina.length);
        }
    }

    private static void eigen(Werkplaats plek, Afnemer afnemer, Dienst bron, Dienst nginx, long bytes, int samen)
            throws IOException, InterruptedException {
        Rekentijd vanBron = new Rekentijd(bron);
        Rekentijd vanNginx = new Rekentijd(nginx);
        plek.regel("%nour client, %d at a time", samen);
        Uitslag uitslag = new Wedloop(samen == 1 ? 30 : 5, RONDES)
                .met(
                        NGINX,
                        () -> vanNginx.tel(
                                () -> eis(samen * bytes, Afnemer.samen(samen, () -> afnemer.vanNginx(nginx)))))
                .met(
                        BRON,
                        () -> vanBron.tel(() -> eis(
                                samen * bytes, Afnemer.samen(samen, () -> afnemer.vanBron(bron, Optional.empty())))))
                .loop();
        uitslag.druk(plek, samen * bytes);
        uitslag.drukVerhouding(plek, BRON, NGINX, DOEL);
        plek.regel(
                "processor time of the server a page: ddas bron %.0f ms, nginx %.0f ms",
                vanBron.milliseconden() / samen, vanNginx.milliseconden() / samen);
    }

    private static void curl(Werkplaats plek, Curl curl, Dienst bron, Dienst nginx, long bytes)
            throws IOException, InterruptedException {
        if (!curl.isEr()) {
            plek.regel("curl is not there");
            return;
        }
        plek.regel("%na curl process a page, handshake included, %s", curl.protocol());
        Uitslag uitslag = new Wedloop(3, RONDES)
                .met(NGINX, () -> curl.vanNginx(nginx))
                .met(BRON, () -> curl.vanBron(bron))
                .loop();
        uitslag.druk(plek, bytes);
        uitslag.drukVerhouding(plek, BRON, NGINX, DOEL);
    }

    /// Each time another page size that was not asked for before; the bytes are nearly those of the ready page.
    private static void opVerzoek(Werkplaats plek, Afnemer afnemer, Dienst bron, long bytes)
            throws IOException, InterruptedException {
        AtomicInteger grootte = new AtomicInteger(Bestanden.PAGINA);
        plek.regel("a page put together on request, our client, 1 at a time");
        Uitslag uitslag = new Wedloop(3, RONDES)
                .met(BRON, () -> eis(bytes, afnemer.vanBron(bron, Optional.empty())))
                .met(OP_VERZOEK, () -> afnemer.vanBron(bron, Optional.of(grootte.decrementAndGet())))
                .loop();
        uitslag.druk(plek, bytes);
        double samenstellen = uitslag.mediaan(OP_VERZOEK) - uitslag.mediaan(BRON);
        plek.regel(
                "putting together, hashing, signing and sealing: %.0f ms, %.0f%% of the request",
                samenstellen / 1e6, 100 * samenstellen / uitslag.mediaan(OP_VERZOEK));
    }

    private static void eis(long verwacht, long gevonden) {
        if (gevonden != verwacht) {
            throw new IllegalStateException("expected " + verwacht + " bytes, got " + gevonden);
        }
    }

    /// Adds up what a server used while it was its turn.
    private static final class Rekentijd {
        private final Dienst dienst;
        private Duration som = Duration.ZERO;
        private int keren;

        Rekentijd(Dienst dienst) {
            this.dienst = dienst;
        }

        void tel(Wedloop.Loper werk) throws IOException, InterruptedException {
            Duration begin = dienst.rekentijd();
            werk.loop();
            som = som.plus(dienst.rekentijd().minus(begin));
            keren++;
        }

        double milliseconden() {
            return som.toNanos() / 1e6 / keren;
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import nl.ddas.basis.Sha256;
import nl.ddas.basis.StatusCheck;
import nl.ddas.basis.WholeFile;
import nl.ddas.presentation.Formats;
import nl.ddas.trust.IncomingLists;
import nl.ddas.trust.Pem;
import nl.ddas.trust.PemFiles;
import nl.ddas.trust.Rhythm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Revocation lists from web addresses in the settings, never from addresses inside a certificate. Fetched beside the
/// work, kept in a folder, and in use until they end by themselves: after that nobody of that issuer is let in.
///
/// Which lists are taken is told by [IncomingLists]. Whoever follows a path looks at the signature of every list again.
final class Webintrekkingen implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webintrekkingen.class);
    private static final int GROOTST = 20 * 1024 * 1024;

    /// A fetch that is stopped ends at once; one that writes to the disk gets this long.
    private static final Duration SLUITEN = Duration.ofSeconds(10);

    private final List<Plek> plekken;
    private final Path map;
    private final Supplier<List<X509Certificate>> uitgevers;
    private final Clock klok;
    private final ExecutorService ophalers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("revocation-lists").factory());

    /// One address.
    ///
    /// @param bezig whether it is being fetched
    private record Plek(URI adres, AtomicBoolean bezig, Stand stand) {}

    /// What is known of an address; guarded by itself.
    private static final class Stand {
        private List<X509CRL> lijsten = List.of();
        private Instant volgende = Instant.MIN;
        private boolean mislukt;
    }

    /// Fetches nothing yet.
    ///
    /// @param map where the lists are kept; made when needed
    /// @param uitgevers certificates of issuers that are known
    Webintrekkingen(List<URI> adressen, Path map, Supplier<List<X509Certificate>> uitgevers, Clock klok) {
        this.plekken = adressen.stream()
                .map(adres -> new Plek(adres, new AtomicBoolean(), new Stand()))
                .toList();
        this.map = map;
        this.uitgevers = uitgevers;
        this.klok = klok;
    }

    /// The lists of now. Waits for the network once for each address of which not all is in force: when the program
    /// starts. Later that happens beside the work.
    ///
    /// @throws IOException when there is an address of which there is no list at all
    List<X509CRL> lijsten() throws IOException {
        List<X509CRL> alle = new ArrayList<>();
        for (Plek plek : plekken) {
            alle.addAll(lijsten(plek));
        }
        return alle;
    }

    private List<X509CRL> lijsten(Plek plek) throws IOException {
        List<X509CRL> nu = nu(plek);
        if (nu.isEmpty()) {
            bewaard(plek);
            nu = nu(plek);
        }
        boolean loopt = !nu.isEmpty() && nu.stream().allMatch(this::loopt);
        boolean eerst = volgende(plek).equals(Instant.MIN) && !loopt;
        if (klok.instant().isAfter(volgende(plek)) && plek.bezig().compareAndSet(false, true)) {
            if (eerst) {
                ververs(plek);
            } else {
                ernaast(plek);
            }
        }
        List<X509CRL> daarna = nu(plek);
        if (daarna.isEmpty()) {
            throw new IOException("no revocation list from " + plek.adres() + ", and none in " + map);
        }
        return daarna;
    }

    private void ernaast(Plek plek) {
        try {
            ophalers.execute(() -> ververs(plek));
        } catch (RejectedExecutionException gesloten) {
            // The program stops: what there is, is used to its end.
            plek.bezig().set(false);
        }
    }

    /// Stops what is being fetched and comes back when nothing of it goes on; then nothing is fetched beside the work
    /// any more.
    @Override
    public void close() {
        ophalers.shutdownNow();
        try {
            if (!ophalers.awaitTermination(SLUITEN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a revocation list is still being fetched after closing");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the operator should know: which address gave nothing the last time, and how long the old lists hold.
    Optional<String> opmerking() {
        List<String> alle = plekken.stream()
                .filter(Webintrekkingen::mislukt)
                .map(plek -> "de intrekkingslijst van " + plek.adres() + " is niet op te halen" + gevolg(nu(plek)))
                .toList();
        return alle.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", alle));
    }

    private String gevolg(List<X509CRL> oud) {
        Instant eerste = oud.stream()
                .map(Webintrekkingen::eind)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return eerste.isAfter(klok.instant())
                ? "; de vorige geldt tot " + Formats.moment(eerste)
                : "; wie een certificaat van die uitgever heeft, wordt niet meer toegelaten";
    }

    private static boolean mislukt(Plek plek) {
        synchronized (plek.stand()) {
            return plek.stand().mislukt;
        }
    }

    private static void mislukt(Plek plek, boolean ja) {
        synchronized (plek.stand()) {
            plek.stand().mislukt = ja;
        }
    }

    private static List<X509CRL> nu(Plek plek) {
        synchronized (plek.stand()) {
            return plek.stand().lijsten;
        }
    }

    private static Instant volgende(Plek plek) {
        synchronized (plek.stand()) {
            return plek.stand().volgende;
        }
    }

    private boolean loopt(X509CRL lijst) {
        return StatusCheck.isInForce(lijst, klok.instant());
    }

    /// A list that does not say when it ends, has ended: nothing would ever replace it.
    private static Instant eind(X509CRL lijst) {
        return Optional.ofNullable(lijst.getNextUpdate())
                .map(moment -> moment.toInstant())
                .orElse(Instant.MIN);
    }

    /// What an earlier run kept.
    private void bewaard(Plek plek) {
        Path bestand = bestand(plek.adres());
        try {
            if (Files.exists(bestand)) {
                neem(plek, PemFiles.revocationLists(bestand), Instant.MIN);
            }
        } catch (IOException stuk) {
            LOG.warn("{} cannot be used, and is fetched again", bestand, stuk);
        }
    }

    // Whatever an address gives, the next turn tries again: hence every runtime exception.
    private void ververs(Plek plek) {
        try {
            byte[] bytes = Webvraag.GEWOON.haal(plek.adres(), GROOTST);
            List<X509CRL> gekregen = PemFiles.revocationLists(plek.adres(), bytes);
            List<X509CRL> nieuw = new IncomingLists(uitgevers.get(), klok.instant()).after(nu(plek), gekregen);
            neem(plek, nieuw, volgende(nieuw));
            mislukt(plek, false);
            boolean zoGekregen = nieuw.equals(gekregen);
            bewaar(
                    bestand(plek.adres()),
                    zoGekregen ? bytes : Pem.writeCrls(nieuw).getBytes(StandardCharsets.US_ASCII));
            LOG.info("revocation lists of {} fetched", plek.adres());
        } catch (IOException | GeneralSecurityException | RuntimeException mislukt) {
            mislukt(plek, true);
            boolean gedekt = nu(plek).stream().anyMatch(this::loopt);
            neem(plek, nu(plek), klok.instant().plus(Rhythm.afterFailure(gedekt)));
            LOG.warn("revocation lists of {} not fetched, the old stay in use until they end", plek.adres(), mislukt);
        } finally {
            plek.bezig().set(false);
        }
    }

    private static void neem(Plek plek, List<X509CRL> lijsten, Instant volgende) {
        synchronized (plek.stand()) {
            plek.stand().lijsten = List.copyOf(lijsten);
            plek.stand().volgende = volgende;
        }
    }

    /// By the list that ends first.
    private Instant volgende(List<X509CRL> lijsten) {
        Instant eerste = lijsten.stream()
                .map(Webintrekkingen::eind)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant nu = klok.instant();
        return nu.plus(Rhythm.afterSuccess(nu, eerste));
    }

    private Path bestand(URI adres) {
        return map.resolve(HexFormat.of().formatHex(Sha256.of(adres.toString()), 0, 16) + ".crl");
    }

    /// Whole or not at all: without it the next run fetches the list again.
    private static void bewaar(Path bestand, byte[] bytes) {
        try {
            Files.createDirectories(bestand.resolveSibling("").toAbsolutePath());
            WholeFile.write(bestand, bytes, "rw-------");
        } catch (IOException vol) {
            LOG.warn("{} not kept; the list is in use until this program stops", bestand, vol);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.InwayTokenCheck;
import nl.ddas.fsc.model.TransactionId;

/// A load that does not wait for answers. Each request has its moment, and is timed from that moment whether it could
/// go out then or not: a server that stands still for a while pays for all that should have gone out meanwhile.
///
/// A connection is a thread that writes and reads by itself: the load must leave the cores to the servers.
final class Gestaag {

    private static final int VERBINDINGEN = 32;

    private final SSLContext tls;
    private final String token;
    private final Clock klok;
    private final SecureRandom toeval = new SecureRandom();

    /// @param tls key material of the caller
    /// @param token that each request carries
    Gestaag(Tls tls, String token, Clock klok) {
        this.tls = context(tls);
        this.token = token;
        this.klok = klok;
    }

    static SSLContext context(Tls tls) {
        try {
            KeyStore eigen = KeyStore.getInstance("PKCS12");
            eigen.load(null, null);
            eigen.setKeyEntry("eigen", tls.key(), new char[0], tls.chain().toArray(Certificate[]::new));
            KeyManagerFactory sleutels = KeyManagerFactory.getInstance("PKIX");
            sleutels.init(eigen, new char[0]);
            KeyStore ankers = KeyStore.getInstance("PKCS12");
            ankers.load(null, null);
            for (int i = 0; i < tls.anchors().size(); i++) {
                ankers.setCertificateEntry("anker" + i, tls.anchors().get(i));
            }
            TrustManagerFactory vertrouwd = TrustManagerFactory.getInstance("PKIX");
            vertrouwd.init(ankers);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(sleutels.getKeyManagers(), vertrouwd.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException kapot) {
            throw new IllegalStateException(kapot);
        }
    }

    /// Loads a server. The moments of the connections lie evenly between each other.
    ///
    /// @return how long each request took from its moment, in nanoseconds
    /// @throws IOException when a request was not answered with 200
    long[] belast(int poort, String pad, double perSeconde, int seconden) throws IOException, InterruptedException {
        int perLijn = (int) (perSeconde * seconden / VERBINDINGEN);
        double tussen = 1e9 * VERBINDINGEN / perSeconde;
        long[] duur = new long[perLijn * VERBINDINGEN];
        Queue<IOException> fouten = new ConcurrentLinkedQueue<>();
        List<Thread> lijnen = new ArrayList<>();
        // All connections stand before the first moment.
        long begin = System.nanoTime() + 1_000_000_000;
        for (int nummer = 0; nummer < VERBINDINGEN; nummer++) {
            int eerste = nummer * perLijn;
            long vanaf = begin + (long) (tussen * nummer / VERBINDINGEN);
            lijnen.add(Thread.ofPlatform().start(() -> {
                try (Lijn lijn = Lijn.open(tls, poort)) {
                    for (int i = 0; i < perLijn; i++) {
                        duur[eerste + i] = haal(lijn, pad, vanaf + (long) (tussen * i));
                    }
                } catch (IOException mislukt) {
                    fouten.add(mislukt);
                }
            }));
        }
        for (Thread lijn : lijnen) {
            lijn.join();
        }
        if (!fouten.isEmpty()) {
            throw new IOException("the steady load did not go well", fouten.peek());
        }
        return duur;
    }

    private long haal(Lijn lijn, String pad, long moment) throws IOException {
        String verzoek =
                "GET " + pad + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + InwayTokenCheck.HEADER + ": Bearer " + token
                        + "\r\n" + TransactionId.HEADER + ": "
                        + TransactionId.create(klok, toeval).value() + "\r\n\r\n";
        for (long nog = moment - System.nanoTime(); nog > 0; nog = moment - System.nanoTime()) {
            LockSupport.parkNanos(nog);
        }
        lijn.vraag(verzoek);
        return System.nanoTime() - moment;
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import nl.ddas.basis.Tls;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;

/// A supplier and CBS with certificates of one practice authority; both servers use those of the supplier.
final class Buren {

    static final String BRON = "Gemeente Voorbeeldstad";
    static final String BRON_OIN = "00000099000000002000";
    static final String CBS_OIN = "00000099000000001000";

    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1");

    private final Path map;
    private final AuthorityFolder autoriteit;
    private final Party bron;
    private final Party cbs;
    private final PayloadSigner ondertekenaar;

    Buren(Werkplaats plek) throws IOException {
        map = plek.map("vertrouwen");
        autoriteit = AuthorityFolder.open(map, plek.klok(), new SecureRandom());
        bron = autoriteit.party(BRON, new Oin(BRON_OIN), HOSTS);
        cbs = autoriteit.party("CBS", new Oin(CBS_OIN), HOSTS);
        ondertekenaar = new PayloadSigner(cbs.signing(), plek.klok());
    }

    Path map() {
        return map;
    }

    Path ankers() {
        return map.resolve("ca/ankers.pem");
    }

    Path intrekking() {
        return map.resolve("ca/intrekking.pem");
    }

    /// Key and certificate for TLS of the party with this OIN.
    Path sleutel(String oin) throws IOException {
        try (Stream<Path> partijen = Files.list(map.resolve("partijen"))) {
            return partijen.filter(
                            partij -> String.valueOf(partij.getFileName()).endsWith(oin))
                    .map(partij -> partij.resolve("tls.pem"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no party " + oin + " in " + map));
        }
    }

    /// The supplier.
    Party bron() {
        return bron;
    }

    Tls cbsTls() {
        return autoriteit.tls(cbs);
    }

    PayloadSigner ondertekenaar() {
        return ondertekenaar;
    }

    static int vrijePoort() throws IOException {
        try (ServerSocket even = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return even.getLocalPort();
        }
    }
}

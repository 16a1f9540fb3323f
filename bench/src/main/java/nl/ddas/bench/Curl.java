// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A caller that is not ours: a process of curl for each page, handshake included.
final class Curl {

    private final Werkplaats plek;
    private final Buren buren;
    private final Afnemer afnemer;
    private final String protocol;

    /// @param protocol option of curl: `--http1.1` or `--http2`
    Curl(Werkplaats plek, Buren buren, Afnemer afnemer, String protocol) {
        this.plek = plek;
        this.buren = buren;
        this.afnemer = afnemer;
        this.protocol = protocol;
    }

    String protocol() {
        return protocol;
    }

    boolean isEr() throws IOException, InterruptedException {
        try {
            return Proces.draai(plek.root(), List.of("curl", "--version")).status() == 0;
        } catch (IOException nietGevonden) {
            return false;
        }
    }

    void vanNginx(Dienst nginx) throws IOException, InterruptedException {
        Proces.draai(plek.root(), opdracht(Afnemer.adres(nginx, "/pagina.json")))
                .eis(0);
    }

    void vanBron(Dienst bron) throws IOException, InterruptedException {
        String vraag = Afnemer.vraag(Optional.empty());
        Path headers = plek.map("uitvoer").resolve("curl-headers.txt");
        List<String> regels = new ArrayList<>();
        afnemer.getekend(vraag).lines().forEach(regel -> regels.add(regel.name() + ": " + regel.value()));
        Files.write(headers, regels);
        List<String> opdracht = opdracht(Afnemer.adres(bron, "/v1/gegevens"));
        opdracht.addAll(List.of("-H", "@" + headers, "--data-binary", vraag));
        Proces.draai(plek.root(), opdracht).eis(0);
    }

    private List<String> opdracht(String adres) throws IOException {
        String sleutel = buren.sleutel(Buren.CBS_OIN).toString();
        return new ArrayList<>(List.of(
                "curl",
                "-sSf",
                protocol,
                "-o",
                "/dev/null",
                "--cert",
                sleutel,
                "--key",
                sleutel,
                "--cacert",
                buren.ankers().toString(),
                adres));
    }
}

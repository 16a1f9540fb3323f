// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;

/// Reaches suppliers over mutual TLS, and a gateway on this machine without: that one does the TLS.
///
/// @param buiten for `https`
/// @param hier for `http`, see [Leverancier#url()]
record Verbindingen(HttpClient buiten, HttpClient hier) implements AutoCloseable {

    /// @param verbinden longest time to set up a connection
    /// @param stilte longest silence while sending, waiting or reading
    static Verbindingen open(Network network, Tls tls, Duration verbinden, Duration stilte) {
        return new Verbindingen(
                HttpClient.open(network, new HttpClient.Config(Optional.of(tls), verbinden, stilte)),
                HttpClient.open(network, new HttpClient.Config(Optional.empty(), verbinden, stilte)));
    }

    HttpClient.Answer stuur(HttpClient.Call vraag) throws IOException {
        return ("http".equals(vraag.uri().getScheme()) ? hier : buiten).send(vraag);
    }

    @Override
    public void close() {
        buiten.close();
        hier.close();
    }
}

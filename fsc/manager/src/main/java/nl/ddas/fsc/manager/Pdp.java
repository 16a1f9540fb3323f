// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.access.DecisionPoint;
import nl.ddas.access.RemoteDecisionPoint;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Loopback;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;

/// A policy decision point of our own organisation (AuthZEN Authorization API 1.0).
///
/// @param address https, or http on this machine
/// @param longest how long it may take over an answer
public record Pdp(URI address, Duration longest) {

    /// Reads the address and how long to wait for an answer, 2 seconds unless told otherwise.
    ///
    /// @return nothing when there is no address
    /// @throws nl.ddas.basis.SettingsFault when one has a wrong form
    static Optional<Pdp> read(Settings settings, String key, String waitKey) {
        Optional<URI> address =
                settings.value(key, "een https-adres, of http op deze computer", text -> Optional.of(URI.create(text))
                        .filter(Pdp::isSafe));
        Duration wait = settings.duration(waitKey, Duration.ofSeconds(2));
        if (!wait.isPositive()) {
            throw settings.unfit(waitKey, "een duur boven nul, zoals 2s");
        }
        return address.map(there -> new Pdp(there, wait));
    }

    /// What is asked tells who works with whom: it does not go over a network in the clear.
    private static boolean isSafe(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        return ("https".equals(address.getScheme()) && !host.isEmpty())
                || ("http".equals(address.getScheme()) && Loopback.is(host));
    }

    /// Whether it is reached with internal certificates.
    boolean isHttps() {
        return "https".equals(address.getScheme());
    }

    /// Opens the way to it; closed with the rest of what was opened.
    ///
    /// @param internal key material of our own organisation, when there is any
    DecisionPoint open(ManagerServer.Parts parts, List<TlsReload> internal, Opened opened) {
        Optional<TlsReload> keys = isHttps() ? internal.stream().findFirst() : Optional.empty();
        Optional<Tls> tls = keys.map(TlsReload::now);
        HttpClient client = HttpClient.open(parts.network(), new HttpClient.Config(tls, longest, longest));
        opened.add(client::close);
        keys.ifPresent(reload -> reload.attach(client));
        return new RemoteDecisionPoint(client, address, longest);
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.GrantHash;

/// An Inway as a program: registered with its Manager, its log kept, its keys renewed, its health told.
public final class InwayServer implements AutoCloseable {

    private final Surroundings surroundings;
    private final Inway inway;
    private final int monitorPort;

    private InwayServer(Surroundings surroundings, Inway inway, int monitorPort) {
        this.surroundings = surroundings;
        this.inway = inway;
        this.monitorPort = monitorPort;
    }

    /// Starts, and asks the Manager all it has to know; for one that hangs this waits ten seconds. A Manager
    /// that is not there yet is waited for while the Inway runs: until then it refuses all, and its health says
    /// so.
    ///
    /// @throws IOException when the folder of the log cannot be used
    /// @throws java.io.UncheckedIOException when a file with roots of services cannot be used
    /// @throws IllegalStateException when a port cannot be opened
    /// @throws IllegalArgumentException when settings or key material cannot be used
    public static InwayServer start(InwayConfig config, GatewayConfig common, GatewayParts parts) throws IOException {
        Surroundings around = Surroundings.open("inway", common, parts);
        try {
            InwayCertificates certificates = new InwayCertificates(around.manager()::jwks, parts.clock());
            Inway inway = Inway.start(
                    config,
                    new Inway.Parts(
                            parts.network(),
                            around.keys(),
                            common.group(),
                            around.self(),
                            certificates,
                            states(common, parts, around.manager()),
                            around.openAuthorization(),
                            new TimedLog(around.log().log(), around.metrics()),
                            around.metrics(),
                            parts.clock()));
            inway.show(around.keyFigures()::see);
            around.each(Chore.READ_ANCHORS, inway::readAnchors);
            around.each(Chore.ASK_KEYS, certificates::learn);
            if (config.services().isEmpty()) {
                around.each(
                        Chore.ASK_SERVICES, () -> inway.offer(around.manager().services()));
            }
            around.each(Chore.REGISTER, () -> around.manager().register("inways", registration(config, inway, around)));
            return new InwayServer(around, inway, around.start(inway, inway::close));
        } catch (RuntimeException failed) {
            around.close();
            throw failed;
        }
    }

    /// A Manager that hangs or is away is no reason to refuse a token that it signed: what it said last
    /// holds, until the token ends.
    private static GrantStates states(GatewayConfig common, GatewayParts parts, OwnManager manager) {
        Remembered<GrantHash, Boolean> kept = new Remembered<>(manager::usable, common.managerCache(), parts.clock());
        return grant ->
                kept.soon(grant).exceptionally(failed -> kept.last(grant).orElse(true));
    }

    private static JsonObject registration(InwayConfig config, Inway inway, Surroundings around) {
        return JsonObject.EMPTY
                .with("address", config.self().toString())
                .with(
                        "certificateThumbprint",
                        CertificateThumbprint.of(around.keys().chain().getFirst())
                                .base64url())
                .with("services", JsonArray.ofTexts(List.copyOf(inway.offered())));
    }

    /// The port for other Peers.
    public int port() {
        return inway.port();
    }

    /// The port of health and metrics, on this machine.
    public int monitorPort() {
        return monitorPort;
    }

    /// Lets running requests end, then stops.
    @Override
    public void close() {
        surroundings.close();
    }
}

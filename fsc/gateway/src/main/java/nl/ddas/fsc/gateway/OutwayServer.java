// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import java.io.IOException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.OutwayIdentification.PublicKeyThumbprint;

/// An Outway as a program: registered with its Manager, its log kept, its keys renewed, its health told.
public final class OutwayServer implements AutoCloseable {

    private static final int DNS_NAME = 2;

    private final Surroundings surroundings;
    private final Outway outway;
    private final int monitorPort;

    private OutwayServer(Surroundings surroundings, Outway outway, int monitorPort) {
        this.surroundings = surroundings;
        this.outway = outway;
        this.monitorPort = monitorPort;
    }

    /// Starts, and registers; for a Manager that hangs this waits ten seconds. A Manager that is not there yet
    /// is waited for while the Outway runs, and its health says so.
    ///
    /// @throws IOException when the folder of the log cannot be used
    /// @throws IllegalStateException when a port cannot be opened
    /// @throws IllegalArgumentException when settings or key material cannot be used
    public static OutwayServer start(OutwayConfig config, GatewayConfig common, GatewayParts parts) throws IOException {
        Surroundings around = Surroundings.open("outway", common, parts);
        try {
            Outway outway = Outway.start(
                    config,
                    new Outway.Parts(
                            parts.network(),
                            around.keys(),
                            Optional.of(around.internalKeys()),
                            common.group(),
                            around.self(),
                            ManagerGrants.of(
                                    around.manager(), common.managerCache(), config.suggestGrants(), parts.clock()),
                            around.openAuthorization(),
                            new TimedLog(around.log().log(), around.metrics()),
                            around.metrics(),
                            parts.clock(),
                            parts.random()));
            outway.show(around.keyFigures()::see);
            outway.clients().ifPresent(around::followInternal);
            around.each(Chore.REGISTER, () -> around.manager()
                    .register("outways", registration(around.keys().chain().getFirst())));
            return new OutwayServer(around, outway, around.start(outway, outway::close));
        } catch (RuntimeException failed) {
            around.close();
            throw failed;
        }
    }

    private static JsonObject registration(X509Certificate certificate) throws IOException {
        return JsonObject.EMPTY
                .with("publicKeyThumbprint", PublicKeyThumbprint.of(certificate).hex())
                .with(
                        "certificateThumbprint",
                        CertificateThumbprint.of(certificate).base64url())
                .with("domainNames", JsonArray.ofTexts(names(certificate)));
    }

    private static List<String> names(X509Certificate certificate) throws IOException {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> Integer.valueOf(DNS_NAME).equals(name.getFirst()))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException unreadable) {
            throw new IOException("the certificate of the outway cannot be read", unreadable);
        }
    }

    /// The port for our own clients.
    public int port() {
        return outway.port();
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

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.CertificateText;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service on https with a certificate of an authority of its own.
class AnchorsTest extends InwayStage {

    private static final Duration TEN = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private Path good = Path.of("");
    private Path wrong = Path.of("");
    private Backend secured;
    private URI endpoint = URI.create("https://127.0.0.1:1");

    @BeforeEach
    void startSecuredService() throws IOException {
        good = write("good.pem", World.OTHER_CA);
        wrong = write("wrong.pem", World.ONE);
        secured = Backend.start(
                World.OTHER_CA
                        .context(World.C)
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                Backend.ECHO);
        endpoint = URI.create("https://127.0.0.1:" + secured.port());
    }

    @AfterEach
    void stopSecuredService() throws IOException {
        secured.close();
    }

    private Path write(String name, World of) throws IOException {
        return Files.writeString(folder.resolve(name), CertificateText.pem(of.root()));
    }

    private InwayConfig.Service service(Optional<Path> anchors) {
        return new InwayConfig.Service(World.SERVICE, endpoint, Protocol.HTTP_1_1, anchors, 4);
    }

    private Inway inway(Optional<Path> common, InwayConfig.Service... services) {
        Map<String, InwayConfig.Service> named =
                Stream.of(services).collect(Collectors.toMap(InwayConfig.Service::name, one -> one));
        InwayConfig config = new InwayConfig("127.0.0.1", 0, audience, named, common, TEN, TEN, TEN);
        return World.start(network, log, config, World.Rules.NONE);
    }

    private void passes(Inway through) throws Exception {
        assertThat(at(through, good("/")).statusCode()).isEqualTo(200);
    }

    private void passesNot(Inway through) throws Exception {
        assertThat(at(through, good("/")).headers().firstValue("Fsc-Error-Code"))
                .contains("ERROR_CODE_SERVICE_UNREACHABLE");
    }

    @Test
    void isTrustedByItsOwnRootsAndNoOthers() throws Exception {
        try (Inway through = inway(Optional.of(wrong), service(Optional.of(good)))) {
            passes(through);
        }
        try (Inway through = inway(Optional.of(good), service(Optional.of(wrong)))) {
            passesNot(through);
        }
        try (Inway through = inway(Optional.empty(), service(Optional.empty()))) {
            passesNot(through);
        }
    }

    /// As one that the Manager names, which says nothing of roots.
    @Test
    void isTrustedByTheRootsOfTheInwayWhenItNamesNone() throws Exception {
        try (Inway through = inway(Optional.of(good))) {
            through.offer(List.of(service(Optional.empty())));
            passes(through);
        }
    }

    @Test
    void rootsThatCannotBeReadStopTheStart() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        for (Path file : List.of(empty, folder.resolve("absent.pem"))) {
            assertThatThrownBy(() -> inway(Optional.empty(), service(Optional.of(file))))
                    .isInstanceOf(UncheckedIOException.class)
                    .cause()
                    .hasMessageContaining(file.toString());
            assertThatThrownBy(() -> inway(Optional.of(file)))
                    .isInstanceOf(UncheckedIOException.class)
                    .cause()
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void otherRootsAreTakenOverWhileItRunsAndWhatCannotBeReadIsNot() throws Exception {
        Path file = write("roots.pem", World.ONE);
        try (Inway through = inway(Optional.of(file), service(Optional.empty()))) {
            passesNot(through);
            Path _ = write("roots.pem", World.OTHER_CA);
            through.readAnchors();
            passes(through);
            Path _ = Files.writeString(file, "half");
            assertThatThrownBy(through::readAnchors).isInstanceOf(UncheckedIOException.class);
            passes(through);
            Path _ = write("roots.pem", World.ONE);
            through.readAnchors();
            passesNot(through);
        }
    }

    @Test
    void rootsThatStayedTheSameCostNoConnection() throws Exception {
        try (Inway through = inway(Optional.of(good), service(Optional.empty()))) {
            secured.behave((in, out, seen) -> {
                for (int request = 0; request < 2; request++) {
                    seen.add(Backend.read(in));
                    out.write("HTTP/1.1 200 Fine\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
                    out.flush();
                }
            });
            passes(through);
            through.readAnchors();
            passes(through);
            assertThat(secured.connections).hasValue(1);
        }
    }
}

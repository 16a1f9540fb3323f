// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.ConnectionBroken;
import nl.ddas.basis.FolderLocked;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.KeyFileFault;
import nl.ddas.basis.KeyFileFault.Fault;
import nl.ddas.basis.Network;
import nl.ddas.basis.NotListening;
import nl.ddas.basis.SealBroken;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes wrong is told in Dutch, with what to do; English of exceptions does not reach a user.
class FoutmeldingTest {

    @TempDir
    private Path map;

    static Stream<Arguments> fouten() {
        return Stream.of(
                Arguments.of(new IOException("No space left on device"), "de schijf is vol. Maak ruimte vrij"),
                Arguments.of(
                        new FileSystemException("a.json", null, "Read-only file system"), "a.json lukt niet: op deze"),
                Arguments.of(
                        new FileSystemException("a.json", null, "Stale file handle"), "van a.json lukt niet: kijk of"),
                Arguments.of(
                        new IOException("expected a page, got another kind of file"), "Meer zien: zet DDAS_SPOREN=1"),
                Arguments.of(new NotDirectoryException("a/b"), "het pad a/b is een bestand en geen map"),
                Arguments.of(
                        new UncheckedIOException(new FolderLocked(Path.of("var/x"))),
                        "een ander programma is met var/x bezig"),
                Arguments.of(
                        new NotListening("10.1.2.3", 80, new IOException(new SocketException("Permission denied"))),
                        "mag niet luisteren op 10.1.2.3:80"),
                Arguments.of(
                        new ConnectionException(new SQLException("This connection has been closed.", "08003")),
                        "de database is weg"),
                Arguments.of(
                        new ConnectionException(new SQLException("could not extend file", "53100")),
                        "de database heeft geen ruimte meer"),
                Arguments.of(
                        new IOException("the database is not there", new ConnectionException(new SQLException("x"))),
                        "de database is weg"),
                Arguments.of(
                        new IOException("in de bewijs-map ontbreekt het bestand persoonssleutel, maar zo is het."),
                        "in de bewijs-map ontbreekt het bestand persoonssleutel, maar zo is het"),
                Arguments.of(
                        new KeyFileFault(new Fault.OpenToOthers(Path.of("k.pem"), "rw-r--r--")),
                        "het sleutelbestand k.pem is ook voor anderen te lezen. Sluit het af met: chmod 600"),
                Arguments.of(
                        new KeyFileFault(new Fault.InItsFolder(Path.of("a/b/k"), Path.of("a/b"))),
                        "het sleutelbestand a/b/k mag niet in de map a/b zelf"),
                Arguments.of(
                        new IOException("page 1", new SealBroken("sealed file of 3 bytes: it was cut")),
                        "een verzegeld bestand is beschadigd"),
                Arguments.of(
                        new IllegalArgumentException("Illegal character in authority at index 8: https://a b"),
                        "een adres in de instellingen is geen goed webadres"),
                Arguments.of(new ConnectionBroken("no answer within PT30S"), "de andere kant antwoordt niet"),
                Arguments.of(new IllegalStateException("expected a, got b"), "Meer zien: zet DDAS_SPOREN=1"));
    }

    @ParameterizedTest
    @MethodSource("fouten")
    void saysInDutchWhatToDo(Exception fout, String melding) {
        assertThat(Foutmelding.van(fout))
                .contains(melding)
                .doesNotContain("expected", "locked", "within", "is the port", "connection", "Stale");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (Network network = Network.open();
                ServerSocket bezet = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpServer.Config config = new HttpServer.Config(
                    "127.0.0.1", bezet.getLocalPort(), Optional.empty(), 10, Duration.ofSeconds(1));
            Throwable fout = catchThrowable(() -> HttpServer.start(network, config, verzoek -> {
                throw new IllegalStateException("nobody asks");
            }));
            assertThat(Foutmelding.van((Exception) fout))
                    .isEqualTo("het programma kan niet luisteren op 127.0.0.1:" + bezet.getLocalPort()
                            + ": een ander programma gebruikt die poort al. Stop dat, of kies in de instellingen een andere"
                            + " poort");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kalender: expected days after the end of the half-year, 1 or more | bij verzamelen-na-dagen zijn",
                "Leverancier: expected a name of 1 to 200 characters | bij naam van een leverancier horen 1 tot 200",
                "Leverancier: expected https, got x | een waarde past niet. Wat er mag, staat bij het voorbeeld",
                "self: expected a port of the group [443, 8443], got https://x:9 | bij self staat een poort die de Group"
                        + " niet toestaat. Kies er een uit [443, 8443]",
                "self: expected an https address with its port, got x | bij self hoort het adres",
                "group: expected a word, got x y | bij group past de waarde niet. Wat er mag",
                "Wij cannot sign messages: PS256 wants an RSA key, and this is EC | met deze sleutel kan niet",
                "Wij cannot sign messages: not for signatures | dit certificaat is er niet voor om berichten",
                "Instelling 'url': verwacht een adres, gekregen 'x'. | Instelling 'url': verwacht een adres",
                "Something: expected 1..3, got 7 | een waarde past niet"
            })
    void aSettingThatDoesNotFitIsToldInDutch(String melding, String nederlands) {
        assertThat(Systeemmelding.instelling(melding)).startsWith(nederlands);
    }

    @Test
    void aFolderWhereAFileStandsIsNamed() throws IOException {
        Path bestand = Files.writeString(map.resolve("bestand"), "x");
        Loop loop = Loop.van(map, "genereer", "--map", bestand.toString());

        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("ddas: --map is een map, en " + bestand + " is een bestand");
    }
}

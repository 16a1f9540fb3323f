// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.sql.Connection;
import nl.ddas.basis.Database;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The guard over connections and tables sees every way around it.
class OutletsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Socket.class,
                SocketChannel.class,
                HttpRequest.class,
                Connection.class,
                Network.class,
                Database.class,
                HttpClient.class,
                HttpClient.Answer.class
            })
    void seesEveryWayOut(Class<?> type) {
        assertThat(Outlets.contains(imported(type))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                URI.class,
                URISyntaxException.class,
                FileChannel.class,
                Files.class,
                JsonValue.class,
                String.class
            })
    void letsThroughWhatStaysHere(Class<?> type) {
        assertThat(Outlets.contains(imported(type))).isFalse();
    }

    private static JavaClass imported(Class<?> type) {
        return new ClassFileImporter().importClass(type);
    }
}

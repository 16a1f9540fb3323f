// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Promise;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendWindowTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final List<Promise<Void>> underway = new ArrayList<>();
    private final SendWindow window = new SendWindow(
            piece -> {
                Promise<Void> promise = Promise.promise();
                underway.add(promise);
                return promise.future();
            },
            SHORT);

    @Test
    void holdsTheSenderBackUntilThereIsRoom() throws IOException {
        for (int i = 0; i < 4; i++) {
            assertThat(window.send(new byte[10], 0, 10)).isTrue();
        }
        assertThatThrownBy(() -> window.send(new byte[1], 0, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("took nothing for PT0.05S");
        underway.getFirst().complete();
        assertThat(window.send(new byte[1], 0, 1)).isTrue();
        assertThat(underway).hasSize(5);
    }

    @Test
    void aFailedPieceEndsTheSending() throws IOException {
        window.send(new byte[1], 0, 1);
        underway.getFirst().fail("cut");
        assertThatThrownBy(() -> window.send(new byte[1], 0, 1))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("cut");
    }

    @Test
    void stoppedItSendsNothingMore() throws IOException {
        window.stop();
        assertThat(window.send(new byte[1], 0, 1)).isFalse();
        assertThat(underway).isEmpty();
    }

    @Test
    void aStreamRefusesMoreAndLessThanAnnounced() throws IOException {
        SendStream more = new SendStream(window, 3);
        more.write(new byte[3]);
        assertThatThrownBy(() -> more.write(1)).hasMessageContaining("longer than the announced 3 bytes");
        SendStream less = new SendStream(window, 3);
        less.write(new byte[2]);
        assertThatThrownBy(less::finish).hasMessageContaining("body of 2 bytes, announced were 3");
    }
}

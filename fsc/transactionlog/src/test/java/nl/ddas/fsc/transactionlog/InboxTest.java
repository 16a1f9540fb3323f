// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InboxTest {

    private static final int MANY = 20_000;

    @Test
    void givesInOrderAndRefusesWhenFull() {
        Inbox<Integer> inbox = new Inbox<>(2, Thread.currentThread());

        assertThat(inbox.offer(1)).isTrue();
        assertThat(inbox.offer(2)).isTrue();
        assertThat(inbox.offer(3)).isFalse();
        assertThat(inbox.poll()).contains(1);
        assertThat(inbox.offer(4)).isTrue();
        assertThat(inbox.poll()).contains(2);
        assertThat(inbox.poll()).contains(4);
        assertThat(inbox.poll()).isEmpty();
        assertThat(inbox.isEmpty()).isTrue();
    }

    /// A lost waking would leave the reader asleep until the test is broken off.
    @Test
    @Timeout(60)
    void wakesAReaderThatSleepsForEachItem() throws InterruptedException {
        List<Integer> found = new ArrayList<>();
        CompletableFuture<Inbox<Integer>> inbox = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().unstarted(() -> {
            while (found.size() < MANY) {
                if (inbox.join().isEmpty()) {
                    inbox.join().await(Duration.ofHours(1));
                }
                inbox.join().poll().ifPresent(found::add);
            }
        });
        inbox.complete(new Inbox<>(MANY, reader));
        reader.start();

        for (int item = 0; item < MANY; item++) {
            assertThat(inbox.join().offer(item)).isTrue();
        }

        assertThat(reader.join(Duration.ofSeconds(50))).isTrue();
        assertThat(found).hasSize(MANY).isSorted();
    }
}

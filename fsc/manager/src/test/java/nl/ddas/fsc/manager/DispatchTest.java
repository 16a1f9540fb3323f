// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.A;
import static nl.ddas.fsc.manager.Members.B;
import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.PeerIdentity;
import nl.ddas.fsc.model.SignatureMaker;
import nl.ddas.fsc.model.Uuids;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a Peer that does not do as it should means for the others, and for what it has to hear itself.
class DispatchTest extends CountedManagers {

    private static final Random RANDOM = new Random(1);

    private final TestClock clock = new TestClock(Members.NOW);
    private final WatchedContracts contracts = new WatchedContracts();
    private final Self self = new Self(
            new PeerIdentity(A, "A"),
            SimulatedManager.address(A),
            Members.GROUP,
            () -> new SignatureMaker(A, Members.signer(A)),
            clock,
            RANDOM);
    private final Dispatch dispatch = new Dispatch(self, contracts, this, List.of());
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final PeerTurns turns = new PeerTurns(hands);
    private final PeerTurns atOnce = new PeerTurns(Runnable::run);
    private final Queue<PeerId> handed = new ConcurrentLinkedQueue<>();
    private final Map<PeerId, Handover> answers = new ConcurrentHashMap<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        hands.close();
    }

    @Override
    public Handover hand(Called to, Parcel parcel) {
        handed.add(to.peer());
        if (answers.containsKey(to.peer())) {
            return answers.get(to.peer());
        }
        hanging.countDown();
        try {
            release.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return new Handover.Unsure("at last");
    }

    private ContractContent proposed(PeerId to, Delivery.Action action) {
        ContractContent content =
                Members.content(Uuids.v7(Members.NOW, RANDOM), Members.NOW, Members.connection(A, to));
        contracts.change(content.hash(), change -> {
            SignatureMaker maker = new SignatureMaker(A, Members.signer(A));
            change.put(Contract.of(content).with(maker.sign(action.signature(), content.hash(), Members.NOW)));
            change.send(Delivery.now(content.hash(), to, action, Members.NOW));
            return "";
        });
        contracts.meet(new Peer(to, "Peer", SimulatedManager.address(to), Members.NOW));
        return content;
    }

    private Delivery row(ContractContent content, PeerId to, Delivery.Action action) {
        return contracts.delivery(content.hash(), to, action).orElseThrow();
    }

    private void arrives(ContractContent content) {
        dispatch.run(turns);
        contracts.until(() -> row(content, C, Delivery.Action.SUBMIT).status() == Delivery.Status.DONE);
        assertThat(row(content, C, Delivery.Action.SUBMIT).status()).isEqualTo(Delivery.Status.DONE);
    }

    @Test
    void aPeerThatHangsKeepsNobodyElseWaiting() throws InterruptedException {
        answers.put(C, new Handover.Taken());
        proposed(B, Delivery.Action.SUBMIT);
        arrives(proposed(C, Delivery.Action.SUBMIT));
        hanging.await();
        arrives(proposed(C, Delivery.Action.SUBMIT));
        assertThat(handed).as("who is still asked is left alone").containsOnlyOnce(B);
    }

    @Test
    void moreThanFitsForAPeerThatHangsKeepsNobodyElseWaiting() throws InterruptedException {
        answers.put(C, new Handover.Taken());
        for (int i = 0; i < 600; i++) {
            proposed(B, Delivery.Action.SUBMIT);
        }
        dispatch.run(turns);
        hanging.await();
        arrives(proposed(C, Delivery.Action.SUBMIT));
    }

    @Test
    void afterATryWithoutAnswerTheRestForThatPeerWaitsToo() {
        answers.put(B, new Handover.Unsure("away"));
        List<ContractContent> contents = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            contents.add(proposed(B, Delivery.Action.SUBMIT));
        }
        dispatch.run(atOnce);
        assertThat(handed).hasSize(1);
        assertThat(contents).allSatisfy(content -> {
            Delivery row = row(content, B, Delivery.Action.SUBMIT);
            assertThat(row.attempts()).isEqualTo(1);
            assertThat(row.reason()).isEqualTo("away");
            assertThat(row.next()).isAfter(Members.NOW);
        });
    }

    /// What it does not want about one contract says nothing about another: a revoke does not wait for it.
    @Test
    void aPeerThatAnswersHearsTheRest() {
        answers.put(B, new Handover.NotNow("429 too many proposals"));
        ContractContent content = proposed(B, Delivery.Action.SUBMIT);
        proposed(B, Delivery.Action.REVOKE);
        dispatch.run(atOnce);
        assertThat(handed).hasSize(2);
        assertThat(row(content, B, Delivery.Action.SUBMIT).attempts()).isEqualTo(1);
    }

    /// A contract that cannot be read, say: it would come first at each turn.
    @Test
    void aRowThatBreaksWaitsAndLetsTheRestGoOn() {
        answers.put(B, new Handover.Taken());
        ContractContent unreadable = proposed(B, Delivery.Action.SUBMIT);
        ContractContent good = proposed(B, Delivery.Action.SUBMIT);
        contracts.breaksOn(unreadable.hash());
        dispatch.run(atOnce);
        assertThat(row(good, B, Delivery.Action.SUBMIT).status()).isEqualTo(Delivery.Status.DONE);
        Delivery waiting = row(unreadable, B, Delivery.Action.SUBMIT);
        assertThat(waiting.status()).isEqualTo(Delivery.Status.PENDING);
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.next()).isAfter(Members.NOW);
        assertThat(dispatch.broken()).containsExactly(B);
    }

    @Test
    void aRowThatBrokeGoesWhenItsTimeComes() {
        answers.put(B, new Handover.Taken());
        ContractContent content = proposed(B, Delivery.Action.SUBMIT);
        contracts.breaksOn(content.hash());
        dispatch.run(atOnce);
        contracts.mend();
        dispatch.run(atOnce);
        assertThat(handed).as("its time has not come").isEmpty();
        clock.advance(Duration.ofSeconds(2));
        dispatch.run(atOnce);
        assertThat(row(content, B, Delivery.Action.SUBMIT).status()).isEqualTo(Delivery.Status.DONE);
        assertThat(dispatch.broken()).isEmpty();
    }
}

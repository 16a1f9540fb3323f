// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.besluit;
import static nl.ddas.levering.verzamelaar.Proefopstelling.records;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Approving, withdrawing, and what happens without either.
class BesluitenTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    @Test
    @Requirement("S79")
    void isReadInOnlyAfterApprovalAndTakenOutAfterWithdrawal() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Handmatig());
                HttpClient client = op.client(op.een.partij)) {
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("verstuurd");
            assertThat(records(verzamelaar)).isEmpty();
            String id = op.een.verslagen.keySet().iterator().next();

            assertThat(besluit(verzamelaar, client, op.een.partij, id, "goedgekeurd"))
                    .isEqualTo(200);
            assertThat(besluit(verzamelaar, client, op.een.partij, id, "goedgekeurd"))
                    .isEqualTo(200);
            verzamelaar.werkBij(Voortgang.STIL);
            assertThat(records(verzamelaar)).hasSize(4);

            assertThat(besluit(verzamelaar, client, op.een.partij, id, "ingetrokken"))
                    .isEqualTo(200);
            assertThat(records(verzamelaar)).isEmpty();
            assertThat(op.tel("inlezing WHERE einde_reden = 'ingetrokken'")).isEqualTo(1);
            assertThat(op.tel("bronrecord")).isEqualTo(4);
            assertThat(besluit(verzamelaar, client, op.een.partij, id, "goedgekeurd"))
                    .isEqualTo(409);
        }
    }

    @Test
    void onlyTheSupplierOfADeliveryDecides() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Handmatig());
                HttpClient vreemd = op.client(op.twee.partij)) {
            verzamel(verzamelaar, op.een);
            String id = op.een.verslagen.keySet().iterator().next();
            assertThat(besluit(verzamelaar, vreemd, op.twee.partij, id, "goedgekeurd"))
                    .isEqualTo(403);
            assertThat(besluit(verzamelaar, vreemd, op.een.partij, id, "goedgekeurd"))
                    .isEqualTo(403);
            assertThat(besluit(verzamelaar, vreemd, op.twee.partij, "bestaat-niet", "goedgekeurd"))
                    .isEqualTo(404);
            String eigen = op.twee.verslagen.keySet().iterator().next();
            assertThat(besluit(verzamelaar, vreemd, op.twee.partij, eigen, "misschien"))
                    .isEqualTo(400);
            assertThat(op.tel("besluit")).isZero();
        }
    }

    @Test
    void whoIsNoSupplierIsNotHeardAtAll() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Handmatig());
                HttpClient ander = op.client(op.stelsel.cbs)) {
            assertThat(besluit(verzamelaar, ander, op.stelsel.cbs, "bestaat-niet", "goedgekeurd"))
                    .isEqualTo(403);
        }
    }

    @Test
    void whileNobodyKnowsTheSuppliersADecisionCanComeLater() throws Exception {
        Leveranciers weg = () -> {
            throw new LeveranciersOnbekend(new IOException("no manager"));
        };
        try (Verzamelaar verzamelaar =
                        op.start(op.config(new Goedkeuring.Handmatig()), weg, Clock.systemUTC(), Onderbreker.GEEN);
                HttpClient een = op.client(op.een.partij)) {
            assertThatThrownBy(() -> verzamelaar.verzamel(PERIODE, Voortgang.STIL))
                    .isInstanceOf(LeveranciersOnbekend.class);
            assertThat(besluit(verzamelaar, een, op.een.partij, "bestaat-niet", "goedgekeurd"))
                    .isEqualTo(503);
            assertThat(op.tel("verzameling")).isZero();
        }
    }

    @Test
    void withoutAnAnswerTheTermApproves() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.NaTermijn(Duration.ofDays(14)), klok)) {
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("verstuurd");
            klok.advance(Duration.ofDays(14).minusSeconds(1));
            assertThat(verzamelaar.werkBij(Voortgang.STIL).getFirst().status()).isEqualTo("verstuurd");
            klok.advance(Duration.ofSeconds(1));
            assertThat(verzamelaar.werkBij(Voortgang.STIL).getFirst().status()).isEqualTo("ingelezen");
        }
    }

    @Test
    void withoutADecisionADeliveryThatWaitsForOneExpires() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        Goedkeuring.Handmatig handmatig = new Goedkeuring.Handmatig(Duration.ofDays(90));
        try (Verzamelaar verzamelaar = op.start(handmatig, klok)) {
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("verstuurd");
            Instant gemaakt = verslag().text("gemaakt").map(Instant::parse).orElseThrow();
            assertThat(verslag().object("goedkeuring").flatMap(hoe -> hoe.text("uiterlijk")))
                    .contains(gemaakt.plus(Duration.ofDays(90)).toString());
            klok.advance(Duration.ofDays(90).minusSeconds(1));
            assertThat(verzamelaar.werkBij(Voortgang.STIL).getFirst().status()).isEqualTo("verstuurd");
            klok.advance(Duration.ofSeconds(1));
            assertThat(verzamelaar.werkBij(Voortgang.STIL).getFirst().status()).isEqualTo("vervallen");
            assertThat(verzamelaar.werkBij(Voortgang.STIL)).isEmpty();
        }
        try (Verzamelaar later = op.start(handmatig, Clock.systemUTC());
                HttpClient client = op.client(op.een.partij)) {
            String id = op.een.verslagen.keySet().iterator().next();
            assertThat(besluit(later, client, op.een.partij, id, "goedgekeurd")).isEqualTo(409);
            assertThat(records(later)).isEmpty();
        }
    }

    @Test
    void closesOnlyWhenWhatWasUnderWayHasStopped() throws Exception {
        CountDownLatch bezig = new CountDownLatch(1);
        CountDownLatch nooit = new CountDownLatch(1);
        AtomicBoolean gestopt = new AtomicBoolean();
        Onderbreker bijInlezen = (wie, plek) -> {
            if (plek.equals("bezig-met-inlezen")) {
                bezig.countDown();
                try {
                    nooit.await();
                } catch (InterruptedException einde) {
                    for (int i = 0; i < 20; i++) {
                        op.tel("bronrecord");
                    }
                    gestopt.set(true);
                }
            }
        };
        Verzamelaar verzamelaar =
                op.start(op.config(new Goedkeuring.Handmatig()), op.alleenEen(), Clock.systemUTC(), bijInlezen);
        try (verzamelaar;
                HttpClient client = op.client(op.een.partij)) {
            verzamel(verzamelaar, op.een);
            String id = op.een.verslagen.keySet().iterator().next();
            besluit(verzamelaar, client, op.een.partij, id, "goedgekeurd");
            bezig.await();
        }
        assertThat(gestopt).isTrue();
    }

    private JsonObject verslag() {
        return op.een.verslagen.values().iterator().next();
    }
}

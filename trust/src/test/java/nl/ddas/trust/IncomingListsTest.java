// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Lists from an address that anybody on the way may have written.
class IncomingListsTest {

    private static final Stage STAGE = new Stage();
    private static final Hierarchy OURS = new Hierarchy(STAGE);
    private static final Hierarchy FORGER = new Hierarchy(STAGE);
    private static final Instant NOW = Stage.START;
    private static final IncomingLists KNOWN = new IncomingLists(List.of(OURS.root.leaf(), OURS.issuing.leaf()), NOW);
    private static final IncomingLists UNKNOWN = new IncomingLists(List.of(OURS.root.leaf()), NOW);

    private static X509CRL list(Hierarchy by, long number, Duration ago, Duration life) {
        return Issuer.of(by.issuing).crl(Map.of(), BigInteger.valueOf(number), NOW.minus(ago), life);
    }

    private static X509CRL list(Hierarchy by, long number, long minutesAgo) {
        return list(by, number, Duration.ofMinutes(minutesAgo), Duration.ofDays(2));
    }

    @Test
    void aListOfAKnownIssuerTakesThePlaceOfTheOneBefore() throws Exception {
        X509CRL first = list(OURS, 1, 60);
        X509CRL second = list(OURS, 2, 30);
        assertThat(KNOWN.after(List.of(), List.of(first))).containsExactly(first);
        assertThat(KNOWN.after(List.of(first), List.of(second))).containsExactly(second);
        assertThat(KNOWN.after(List.of(second), List.of(second))).containsExactly(second);
    }

    @Test
    void aListOfAKnownIssuerIsSignedByIt() {
        refused(KNOWN, List.of(), list(FORGER, 2, 0), "not signed");
    }

    @Test
    void aListMayNotBeOlderByItsMomentOrItsNumber() throws Exception {
        X509CRL there = list(OURS, 5, 30);
        refused(KNOWN, List.of(there), list(OURS, 6, 31), "older");
        refused(KNOWN, List.of(there), list(OURS, 4, 30), "older");
        refused(KNOWN, List.of(there), list(OURS, 4, 29), "older");
        X509CRL same = list(OURS, 5, 29);
        assertThat(KNOWN.after(List.of(there), List.of(same))).containsExactly(same);
        refused(UNKNOWN, List.of(there), list(OURS, 6, 31), "older");
    }

    @Test
    void aListThatHasEndedOrIsFromTheFutureIsNotTaken() throws Exception {
        refused(KNOWN, List.of(), list(OURS, 1, Duration.ofHours(2), Duration.ofHours(1)), "ended");
        // A list reaches five minutes back, for clocks that are behind.
        refused(KNOWN, List.of(), list(OURS, 1, Duration.ofSeconds(-601), Duration.ofHours(1)), "future");
        assertThat(KNOWN.after(List.of(), List.of(list(OURS, 1, -10)))).hasSize(1);
        assertThatThrownBy(() -> KNOWN.after(List.of(), List.of())).isInstanceOf(IOException.class);
    }

    /// Before anybody came with a certificate of that issuer, a forged list cannot be told from a good one.
    @Test
    void aListOfAnUnknownIssuerPushesNothingOut() throws Exception {
        X509CRL good = list(OURS, 1, 60);
        X509CRL forged = list(FORGER, 999, 30);
        X509CRL next = list(OURS, 2, 20);
        X509CRL again = list(FORGER, 1000, 10);
        List<X509CRL> first = UNKNOWN.after(List.of(good), List.of(forged));
        assertThat(first).containsExactly(forged, good);
        List<X509CRL> second = UNKNOWN.after(first, List.of(next));
        assertThat(second).containsExactly(next, good);
        assertThat(UNKNOWN.after(second, List.of(again))).containsExactly(again, good);
        assertThat(UNKNOWN.after(List.of(good), List.of(good))).containsExactly(good);
    }

    @Test
    void whatHasEndedOrIsOfAnotherIssuerIsNotKept() throws Exception {
        X509CRL ended = list(OURS, 1, Duration.ofHours(2), Duration.ofHours(1));
        X509CRL next = list(OURS, 2, 20);
        X509CRL ofRoot = Hierarchy.crl(OURS.root, List.of(), 1);
        assertThat(UNKNOWN.after(List.of(ended, ofRoot), List.of(next))).containsExactly(next);
    }

    /// What was taken unseen, before the issuer was known, does not hold up what it really signed.
    @Test
    void aForgedListDoesNotStandInTheWayOnceTheIssuerIsKnown() throws Exception {
        X509CRL forged = list(FORGER, 999, 10);
        X509CRL good = list(OURS, 2, 20);
        assertThat(KNOWN.after(List.of(forged), List.of(good))).containsExactly(good);
    }

    private static void refused(IncomingLists incoming, List<X509CRL> there, X509CRL came, String why) {
        assertThatThrownBy(() -> incoming.after(there, List.of(came)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }
}

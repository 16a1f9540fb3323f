// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.StatusAnswers.Question;
import nl.ddas.testkit.TestClock;

/// A root with a list, an authority below it that answers, a leaf, and who asks about that leaf: a chain as those of
/// PKIoverheid.
final class OcspStage {

    static final URI PLACE = URI.create("http://ocsp.test/");

    final TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
    final OcspResponder responder;

    /// Where answers are kept.
    Path folder;

    /// The certificate that is asked about.
    X509Certificate leaf;

    OcspStage(Path folder) throws Exception {
        this.folder = folder;
        responder = new OcspResponder(clock);
        leaf = responder.leaf;
    }

    /// As after a start: with what the folder holds.
    OcspAnswers answers() {
        return answers(false, responder, PLACE);
    }

    OcspAnswers answers(boolean nonceRequired, OcspAnswers.Web web, URI... places) {
        return new OcspAnswers(
                new OcspAddresses(List.of(places), false), nonceRequired, web, folder, clock, new SecureRandom());
    }

    Question question() {
        return new Question(leaf, responder.issuing);
    }

    /// What is wrong with the leaf.
    ///
    /// @param issuing lists of the authority below the root
    Optional<Refusal> objection(OcspAnswers answers, X509CRL... issuing) {
        List<X509CRL> lists = Stream.concat(Stream.of(responder.rootList()), Stream.of(issuing))
                .toList();
        Trust trust = Trust.of(
                List.of(responder.root), new Revocation.Checked(lists, answers.now(), clock), Environment.TEST);
        return Chains.objection(List.of(leaf, responder.issuing), trust, clock.instant());
    }

    /// Asks about the leaf, and waits.
    void ask(OcspAnswers answers) {
        answers.askAhead(List.of(leaf, responder.issuing, responder.root), one -> one.equals(leaf));
    }

    /// Waits for what goes on beside the test.
    static void until(BooleanSupplier holds) throws InterruptedException {
        for (int turn = 0; turn < 1000 && !holds.getAsBoolean(); turn++) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}

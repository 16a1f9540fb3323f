// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What issuers say about single certificates (OCSP, RFC 6960). They are fetched beside the work and looked up
/// at the moment of checking: looking never waits for the network, and a good one that has ended does not
/// count, however long ago this was made.
///
/// @param revoked those that were known to be revoked when this was made. Two are equal when these are: whoever
///     holds on to one notices that somebody must be put out, and not each answer that is renewed
/// @param source knows the answers of now; the same one as long as the program runs
public record StatusAnswers(Set<Question> revoked, Source source) {

    /// Nobody is asked.
    public static final StatusAnswers NONE = new StatusAnswers(Set.of(), new Source() {
        @Override
        public Optional<Answer> to(Question question) {
            return Optional.empty();
        }

        @Override
        public void ask(Question question) {}
    });

    /// About which certificate.
    ///
    /// @param issuer whose key signed it
    public record Question(X509Certificate certificate, X509Certificate issuer) {}

    /// @param until the first moment at which a good one counts no more. One that revokes goes on, as an entry on
    ///     a list does (RFC 5280, 3.3): until a newer one says good (5.3.1, `certificateHold`) or the
    ///     certificate ends
    public record Answer(boolean revoked, Instant until) {

        /// Whether it counts at a moment.
        public boolean countsAt(Instant now) {
            return revoked || now.isBefore(until);
        }
    }

    /// Who knows the answers. Returns at once; safe for many threads.
    public interface Source {

        /// What was said last, which may have ended; empty when nothing was.
        Optional<Answer> to(Question question);

        /// Hears of a certificate about which nothing is known, so that it is soon.
        void ask(Question question);
    }

    public StatusAnswers {
        revoked = Set.copyOf(revoked);
    }

    /// What is known of a certificate at a moment.
    public Optional<Answer> to(Question question, Instant now) {
        return source.to(question).filter(answer -> answer.countsAt(now));
    }
}

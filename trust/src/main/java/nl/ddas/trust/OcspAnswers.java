// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import nl.ddas.basis.Issuance;
import nl.ddas.basis.StatusAnswers;
import nl.ddas.basis.StatusAnswers.Answer;
import nl.ddas.basis.StatusAnswers.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks issuers about single certificates (OCSP) beside the work, keeps what is good until it ends, and asks again
/// before that. A certificate that nobody asked about before is unknown for as long as the question takes: whoever
/// shows it is told to come back.
///
/// An answer that is older than the one that is there, or not from who may give it, changes nothing. How long one
/// that revokes goes on: [Answer]. Safe for many threads; no lock is held while the network is waited for.
public final class OcspAnswers implements StatusAnswers.Source {

    private static final Logger LOG = LoggerFactory.getLogger(OcspAnswers.class);

    private static final int NONCE_BYTES = 32;
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 8;

    /// So long a certificate that nothing is known of is asked about after somebody last showed it.
    private static final Duration FORGET = Duration.ofDays(1);

    private final OcspAddresses addresses;
    private final OcspExchange.Nonce nonce;
    private final Web web;
    private final OcspFolder folder;
    private final Clock clock;
    private final SecureRandom random;
    private final Map<Question, Entry> entries = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /// Puts a question to an address.
    @FunctionalInterface
    public interface Web {
        /// Largest answer that is taken, in bytes.
        int LARGEST = 64 * 1024;

        /// @param request of type `application/ocsp-request`
        /// @throws IOException when no answer comes in time, or it is too large
        byte[] post(URI address, byte[] request) throws IOException;
    }

    /// What is known of one certificate.
    private static final class Entry {
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile State state = new State(Optional.empty(), Instant.MIN, Instant.MIN, false);

        /// When somebody last wanted to know; [Instant#MAX] for our own, of which we always do.
        private volatile Instant wanted = Instant.MIN;

        void wantedAt(Instant moment) {
            if (wanted.isBefore(moment)) {
                wanted = moment;
            }
        }

        /// Of a stranger who never came back nothing is kept, but that it was revoked.
        boolean isForgotten(Instant now) {
            return wanted.isBefore(now.minus(FORGET)) && state.inForce(now).isEmpty() && !state.isRevoked();
        }
    }

    /// @param answer the last one; may have ended
    /// @param made moment of the answer
    /// @param next when to ask again
    /// @param failed whether the last question got no answer
    private record State(Optional<Answer> answer, Instant made, Instant next, boolean failed) {
        State later(Instant next) {
            return new State(answer, made, next, true);
        }

        Optional<Answer> inForce(Instant now) {
            return answer.filter(one -> one.countsAt(now));
        }

        boolean isRevoked() {
            return answer.filter(Answer::revoked).isPresent();
        }

        /// Whether an answer is from before this one. Of two of the same moment, the one that revokes is the later.
        boolean isAfter(Answer other, Instant otherMade) {
            return otherMade.isBefore(made) || (otherMade.equals(made) && isRevoked() && !other.revoked());
        }
    }

    /// Reads what an earlier run kept; asks nothing yet.
    ///
    /// @param nonceRequired refuses answers that were signed beforehand
    /// @param folder made when needed
    public OcspAnswers(
            OcspAddresses addresses, boolean nonceRequired, Web web, Path folder, Clock clock, SecureRandom random) {
        this.addresses = addresses;
        this.nonce = nonceRequired ? OcspExchange.Nonce.ALWAYS : OcspExchange.Nonce.WHEN_THERE;
        this.web = web;
        this.folder = new OcspFolder(folder);
        this.clock = clock;
        this.random = random;
        this.folder.read().forEach(this::readBack);
    }

    private void readBack(Question question, byte[] response) {
        OcspExchange earlier = new OcspExchange(question, new byte[0], OcspExchange.Nonce.NOT_ASKED);
        if (entries.size() < MOST
                && earlier.readKept(response, clock.instant())
                        instanceof OcspExchange.Outcome.Known(Answer known, Instant made)) {
            Entry entry = new Entry();
            entry.state = new State(Optional.of(known), made, Instant.MIN, false);
            entry.wantedAt(clock.instant());
            entries.put(question, entry);
        } else {
            folder.forget(question);
        }
    }

    /// These answers, and who is revoked by them now. Starts asking again where it is time, and waits for none
    /// of it.
    public StatusAnswers now() {
        Instant now = clock.instant();
        entries.entrySet().stream()
                .filter(one -> one.getValue().isForgotten(now)
                        || now.isAfter(one.getKey().certificate().getNotAfter().toInstant()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
        Set<Question> revoked = new HashSet<>();
        entries.forEach((question, entry) -> {
            begin(question, entry);
            if (entry.state.inForce(now).filter(Answer::revoked).isPresent()) {
                revoked.add(question);
            }
        });
        return new StatusAnswers(revoked, this);
    }

    /// Starts asking again when it is time.
    @Override
    public Optional<Answer> to(Question question) {
        Entry entry = entries.get(question);
        if (entry == null) {
            return Optional.empty();
        }
        entry.wantedAt(clock.instant());
        begin(question, entry);
        return entry.state.answer();
    }

    private void drop(Question question) {
        entries.remove(question);
        folder.forget(question);
    }

    /// How many certificates the last question about got no answer for.
    public int failing() {
        return (int)
                entries.values().stream().filter(entry -> entry.state.failed()).count();
    }

    /// Asks about those of whom nothing is known yet, and waits: for our own certificates, when a program starts.
    ///
    /// @param certificates with those of their issuers among them
    /// @param wanted which ones
    public void askAhead(List<X509Certificate> certificates, Predicate<X509Certificate> wanted) {
        for (X509Certificate one : certificates) {
            certificates.stream()
                    .filter(issuer -> !issuer.equals(one) && wanted.test(one) && Issuance.isBy(issuer, one))
                    .map(issuer -> new Question(one, issuer))
                    .forEach(question -> {
                        Entry entry = entries.computeIfAbsent(question, _ -> new Entry());
                        entry.wantedAt(Instant.MAX);
                        if (isDue(entry) && entry.busy.compareAndSet(false, true)) {
                            refresh(question, entry);
                        }
                    });
        }
    }

    @Override
    public void ask(Question question) {
        if (entries.size() < MOST) {
            Entry entry = entries.computeIfAbsent(question, _ -> new Entry());
            entry.wantedAt(clock.instant());
            begin(question, entry);
        } else {
            LOG.warn("more than {} certificates to ask about; one is left unknown", MOST);
        }
    }

    private boolean isDue(Entry entry) {
        return !clock.instant().isBefore(entry.state.next());
    }

    private void begin(Question question, Entry entry) {
        if (isDue(entry) && entry.busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("ocsp").start(() -> refresh(question, entry));
        }
    }

    // Whatever a responder gives, the next turn tries again: hence every runtime exception.
    private void refresh(Question question, Entry entry) {
        places.acquireUninterruptibly();
        try {
            for (URI address : addresses.of(question.certificate())) {
                if (answered(question, entry, address)) {
                    return;
                }
            }
            Instant now = clock.instant();
            entry.state = entry.state.later(
                    now.plus(Rhythm.afterFailure(entry.state.inForce(now).isPresent())));
        } catch (RuntimeException broken) {
            entry.state = entry.state.later(clock.instant().plus(Rhythm.afterFailure(false)));
            LOG.warn("asking about a certificate failed", broken);
        } finally {
            places.release();
            entry.busy.set(false);
        }
    }

    private boolean answered(Question question, Entry entry, URI address) {
        byte[] fresh = new byte[NONCE_BYTES];
        random.nextBytes(fresh);
        OcspExchange exchange = new OcspExchange(question, fresh, nonce);
        try {
            byte[] response = web.post(address, exchange.request());
            return taken(question, entry, response, exchange.read(response, clock.instant()), address);
        } catch (IOException | RuntimeException gone) {
            // Whatever went wrong with this address, another may answer.
            LOG.warn("{} gave no answer about a certificate: {}", address, gone.getMessage());
            return false;
        }
    }

    private boolean taken(Question question, Entry entry, byte[] response, OcspExchange.Outcome outcome, URI address) {
        return switch (outcome) {
            case OcspExchange.Outcome.Known(Answer answer, Instant made)
            when entry.state.isAfter(answer, made) -> {
                LOG.warn("{} gave an answer that is older than the one that is there", address);
                yield false;
            }
            case OcspExchange.Outcome.Known(Answer answer, Instant made) -> {
                // Kept before it counts, so that what somebody went by is there after a restart.
                folder.keep(question, response);
                entry.state = new State(Optional.of(answer), made, again(answer), false);
                yield true;
            }
            case OcspExchange.Outcome.Unknown() -> {
                LOG.warn("{} does not know a certificate of its own issuer", address);
                becomeUnknown(question, entry);
                yield true;
            }
            case OcspExchange.Outcome.Unusable(String why) -> {
                LOG.warn("{} gave no answer that counts: {}", address, why);
                yield false;
            }
        };
    }

    /// What was good is unknown again; what was revoked is not made good by being forgotten.
    private void becomeUnknown(Question question, Entry entry) {
        Instant next = clock.instant().plus(Rhythm.afterFailure(true));
        if (entry.state.isRevoked()) {
            entry.state = entry.state.later(next);
        } else {
            folder.forget(question);
            entry.state = new State(Optional.empty(), entry.state.made(), next, true);
        }
    }

    private Instant again(Answer answer) {
        Instant now = clock.instant();
        return now.plus(Rhythm.afterSuccess(now, answer.until()));
    }
}

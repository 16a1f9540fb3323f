// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Headers.Line;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Response;
import nl.ddas.trust.PayloadSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns refusals into answers, signed like every other message. Safe for many threads.
public final class Problemen {

    private static final Logger LOG = LoggerFactory.getLogger(Problemen.class);

    /// So long everybody who asks too often gets the same body: signing costs us more than asking costs them, so a
    /// new signature for each would make the limit of no use.
    private static final Duration ZELFDE = Duration.ofMinutes(1);

    private static final int TE_VAAK = 429;
    private static final int KAPOT = 500;

    /// A signed body.
    ///
    /// @param headers its kind and signature
    private record Bericht(Headers headers, byte[] inhoud) {}

    /// @param sinds when it was signed
    private record Bewaard(Bericht bericht, Instant sinds) {

        /// Not when the clock was set back either: nobody takes what is signed later than now.
        boolean isNogGoed(Instant nu) {
            return !nu.isBefore(sinds) && nu.isBefore(sinds.plus(ZELFDE));
        }
    }

    private final String basis;
    private final PayloadSigner ondertekenaar;
    private final RandomGenerator willekeur;
    private final Function<Problem, byte[]> schrijver;
    private final Clock clock;
    private volatile Optional<Bewaard> teVaak = Optional.empty();

    /// @param basis start of the `type` of every problem, without slash at the end
    /// @param willekeur for the mark by which an administrator finds one refusal back; safe for many threads
    /// @param schrijver makes the body
    public Problemen(
            String basis,
            PayloadSigner ondertekenaar,
            RandomGenerator willekeur,
            Function<Problem, byte[]> schrijver,
            Clock clock) {
        this.basis = basis;
        this.ondertekenaar = ondertekenaar;
        this.willekeur = willekeur;
        this.schrijver = schrijver;
        this.clock = clock;
    }

    /// The answer that tells of a refusal. Its body is made for this one, but that of 429: that one tells the
    /// same to everybody for a minute.
    public Response antwoord(Weigering weigering) {
        Bericht bericht = weigering.status() == TE_VAAK ? bewaard(weigering) : maak(weigering);
        Headers headers = bericht.headers();
        for (Line regel : weigering.headers().lines()) {
            headers = headers.with(regel.name(), regel.value());
        }
        return Response.of(weigering.status(), headers, bericht.inhoud());
    }

    private Bericht bewaard(Weigering weigering) {
        Instant nu = clock.instant();
        Bewaard geldend =
                teVaak.filter(eerder -> eerder.isNogGoed(nu)).orElseGet(() -> new Bewaard(maak(weigering), nu));
        teVaak = Optional.of(geldend);
        return geldend.bericht();
    }

    /// A fault of ours is in the log already: with its mark, whoever was told of it can ask us about it.
    private Bericht maak(Weigering weigering) {
        String merk = "urn:uuid:" + kenmerk();
        if (weigering.status() == KAPOT) {
            LOG.warn("a fault, told before this, was answered with {} as {}", weigering.code(), merk);
        }
        Problem probleem = new Problem(
                basis + "/" + weigering.code(),
                weigering.titel(),
                weigering.status(),
                weigering.detail(),
                merk,
                weigering.fouten());
        byte[] inhoud = schrijver.apply(probleem);
        return new Bericht(getekend(Headers.of("Content-Type", "application/problem+json"), inhoud), inhoud);
    }

    /// A random UUID, version 4 (RFC 9562).
    private UUID kenmerk() {
        return new UUID(
                (willekeur.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L,
                (willekeur.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }

    /// The headers of an answer with its signature; without it when the key cannot be used, so that the other side
    /// hears of it.
    public Headers getekend(Headers headers, byte[] inhoud) {
        try {
            return ondertekenaar.sign(inhoud).addTo(headers);
        } catch (IllegalStateException sleutelWeg) {
            LOG.error("an answer goes out unsigned: {}", sleutelWeg.getMessage());
            return headers;
        }
    }
}

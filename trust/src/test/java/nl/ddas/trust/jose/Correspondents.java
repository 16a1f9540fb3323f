// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.JwtSigner;
import nl.ddas.trust.JwtVerifier;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Recipient;

/// Two parties of a practice authority that write to each other, and a third that tries to come between.
final class Correspondents {

    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    final TestClock clock = new TestClock(START);
    final SecureRandom random = new SecureRandom();
    final Authority authority = Authority.create(Environment.TEST, new KeyMaker(2048, random), clock);
    final Party cbs = authority.issueAll(new Holder("CBS", new Oin("00000099000000001000"), List.of()));
    final Party bron = authority.issueAll(new Holder("Gemeente Voorbeeld", new Oin("00000099000000002000"), List.of()));
    final Party other = authority.issueAll(new Holder("Iemand Anders", new Oin("00000099000000003000"), List.of()));

    static NestedJwtWriter writer(Party party, Clock clock, SecureRandom random) {
        return new NestedJwtWriter(new JwtSigner(party.signing(), "JWT"), party.oin(), "ddas", clock, random);
    }

    NestedJwtWriter writer(Party party) {
        return writer(party, clock, random);
    }

    NestedJwtReader reader(Party party, Freshness freshness) {
        return new NestedJwtReader(
                new JweDecrypter(() -> List.of(party.encryption()), random),
                new JwtVerifier(authority::trust, Set.of("jwt"), clock),
                party.oin(),
                "ddas",
                freshness,
                clock);
    }

    NestedJwtReader requests(Party party) {
        return reader(party, new Freshness.Request());
    }

    Recipient recipient(Party party) {
        return recipient(party.encryption(), party.oin());
    }

    Recipient recipient(Identity encryption, Oin oin) {
        return switch (Recipient.check(encryption.chain(), oin, authority.trust(), clock.instant())) {
            case Recipient.Outcome.Fit(Recipient fit) -> fit;
            case Recipient.Outcome.Unfit(var reason, String detail) ->
                throw new IllegalStateException(reason + " " + detail);
        };
    }

    /// A request of CBS to the supplier.
    byte[] request(String content) {
        return write(writer(cbs).to(recipient(bron), NestedJwtWriter.REQUEST), content);
    }

    byte[] request(String content, Duration life) {
        return write(writer(cbs).to(recipient(bron), life), content);
    }

    static byte[] write(NestedJwtWriter.Letter letter, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            letter.writeTo(out, to -> to.write(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return out.toByteArray();
    }

    /// A JWE over any text, as the supplier's key opens it.
    byte[] encrypted(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JweEncrypter.Encrypting sealed = new JweEncrypter(random).start(recipient(bron), out)) {
            sealed.write(text);
            sealed.finish();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return out.toByteArray();
    }

    /// A JWT of our own making, signed by CBS, encrypted to the supplier.
    byte[] forged(String claims) {
        return encrypted(new JwtSigner(cbs.signing(), "JWT").sign(claims.getBytes(StandardCharsets.UTF_8)));
    }

    /// The code of a refusal, or the content.
    static String told(NestedJwtReader.Outcome outcome) {
        return switch (outcome) {
            case NestedJwtReader.Outcome.Opened opened ->
                new String(opened.content().bytes(), StandardCharsets.UTF_8);
            case NestedJwtReader.Outcome.Refused(Verdict.Refused refused) -> refused.code();
        };
    }
}

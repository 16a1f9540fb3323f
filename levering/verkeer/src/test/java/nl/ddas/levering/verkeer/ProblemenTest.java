// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Response;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Authority;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.SignatureForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("listens to the log")
class ProblemenTest {

    private static final Identity STEMPEL = Authority.create(
                    Environment.TEST, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC())
            .issue(Purpose.SIGNING, new Holder("Iemand", new Oin("00000099000000002000"), List.of()));

    @Test
    void signsWhatItSays() {
        for (Weigering weigering : List.of(
                Weigering.inhoudssoort(), Weigering.kapot(), Weigering.van("te-veel-verzoeken", 429, "x", "y"))) {
            assertThat(antwoord(weigering).headers().first("Digest"))
                    .as(weigering.code())
                    .isPresent();
            assertThat(antwoord(weigering).headers().first("nlgov-adr-payload-sig"))
                    .as(weigering.code())
                    .isPresent();
        }
        assertThat(antwoord(Weigering.methode(List.of("POST"))).headers().first("Allow"))
                .contains("POST");
    }

    @Test
    void theMarkOfARefusalComesFromTheRandomnessThatIsPassedIn() {
        assertThat(kenmerk(7))
                .isEqualTo(kenmerk(7))
                .isNotEqualTo(kenmerk(8))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    /// Whoever has a certificate can ask without end, and would keep our key busy.
    @Test
    void whoAsksTooOftenHasUsSignOnceAMinuteAtMost() {
        TestClock clock = new TestClock(Clock.systemUTC().instant());
        AtomicInteger ondertekend = new AtomicInteger();
        PayloadSigner tekenaar = new PayloadSigner(
                () -> {
                    ondertekend.incrementAndGet();
                    return STEMPEL;
                },
                clock,
                SignatureForm.A);
        Problemen problemen = new Problemen("https://ddas.example", tekenaar, new Random(1), Problem::toJson, clock);

        Response eerste = problemen.antwoord(Weigering.teVaak(Duration.ofSeconds(30)));
        int eens = ondertekend.get();
        Response tweede = problemen.antwoord(Weigering.teVaak(Duration.ofSeconds(7)));
        assertThat(eens).isPositive();
        assertThat(ondertekend).hasValue(eens);
        assertThat(tekst(tweede)).isEqualTo(tekst(eerste));
        assertThat(eerste.headers().all("Retry-After")).containsExactly("30");
        assertThat(tweede.headers().all("Retry-After")).containsExactly("7");
        assertThat(tweede.headers().first("nlgov-adr-payload-sig")).isPresent();

        clock.advance(Duration.ofMinutes(1));
        assertThat(tekst(problemen.antwoord(Weigering.teVaak(Duration.ofSeconds(7)))))
                .isNotEqualTo(tekst(eerste));
        assertThat(tekst(problemen.antwoord(Weigering.kapot())))
                .as("each other refusal has a mark of its own")
                .isNotEqualTo(tekst(problemen.antwoord(Weigering.kapot())));
    }

    /// The issuer is asked meanwhile, so a minute is enough; another fault takes longer to mend.
    @Test
    void whoseRevocationIsNotKnownYetMayComeBackSoon() {
        assertThat(antwoord(Weigering.handtekening("intrekkingsstatus-onbekend", 503, "x"))
                        .headers()
                        .first("Retry-After"))
                .contains("60");
        assertThat(antwoord(Weigering.handtekening("iets-anders", 503, "x"))
                        .headers()
                        .first("Retry-After"))
                .contains("300");
        assertThat(antwoord(Weigering.handtekening("handtekening-ongeldig", 400, "x"))
                        .headers()
                        .first("Retry-After"))
                .isEmpty();
    }

    @Test
    void whatBrokeIsInTheLogUnderTheMarkThatWasTold() {
        Logger logger = (Logger) LoggerFactory.getLogger(Problemen.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        String merk;
        try {
            merk = kenmerk(7);
            antwoord(Weigering.inhoudssoort());
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("interne-fout", merk);
    }

    private static String kenmerk(long zaad) {
        PayloadSigner tekenaar = new PayloadSigner(STEMPEL, Clock.systemUTC());
        Response antwoord = new Problemen(
                        "https://ddas.example", tekenaar, new Random(zaad), Problem::toJson, Clock.systemUTC())
                .antwoord(Weigering.kapot());
        return tekst(antwoord).replaceAll(".*urn:uuid:([^\"]*).*", "$1");
    }

    private static String tekst(Response antwoord) {
        return new String(((Response.Body.Bytes) antwoord.body()).bytes(), StandardCharsets.UTF_8);
    }

    private static Response antwoord(Weigering weigering) {
        return problemen(1).antwoord(weigering);
    }

    private static Problemen problemen(long zaad) {
        PayloadSigner tekenaar = new PayloadSigner(STEMPEL, Clock.systemUTC());
        return new Problemen("https://ddas.example", tekenaar, new Random(zaad), Problem::toJson, Clock.systemUTC());
    }
}

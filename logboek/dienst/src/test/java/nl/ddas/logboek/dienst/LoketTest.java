// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Metrics;
import nl.ddas.logboek.model.Grenzen;
import nl.ddas.logboek.model.Invoervorm;
import nl.ddas.logboek.model.Naamruimten;
import nl.ddas.logboek.model.OtlpSchrijver;
import nl.ddas.logboek.model.Regeltoets;
import nl.ddas.logboek.model.Toetsbeleid;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies that come in slowly.
class LoketTest {

    private static final Houder CBS = LogregelsContract.CBS;
    private static final int KIB = 1024;
    private static final Duration PAUZE = Duration.ofSeconds(10);

    private final TestClock clock = new TestClock(Stand.CLOCK.instant());
    private final Loket loket = new Loket(
            new Ontvangst(
                    new Regeltoets(Toetsbeleid.STRIKT, Naamruimten.GEEN, Verwerkingsactiviteiten.ONBEKEND),
                    new GeheugenLogregels(new SecureRandom()),
                    new GeheugenQuarantaine(Quarantainegrens.STANDAARD),
                    new Logboekmeting(new Metrics()),
                    clock),
            Grenzen.STANDAARD,
            128L << 20,
            clock);

    /// Most bytes that bodies took in memory while one of them trickled in.
    private long atMost;

    private Bescheid take(boolean isGzip, InputStream body) throws Exception {
        return loket.take(new Loket.Zending(CBS, Invoervorm.OTLP_PROTOBUF, isGzip, Optional.empty()), body);
    }

    /// The begin of a field of a million bytes that are read, or of four million that are passed over.
    private static byte[] begin(boolean isKnown) {
        byte[] field = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1};
        ByteBuffer begin = ByteBuffer.allocate(100 * KIB);
        if (isKnown) {
            begin.put((byte) 0x0A).put(field).put((byte) 0x0A).put(new byte[] {(byte) 0xFF, (byte) 0xFF, 0x3F});
        } else {
            begin.put((byte) 0x7A).put(field);
        }
        return begin.array();
    }

    /// A byte each time, and each a while later: never silent, never done.
    private InputStream trickle(byte[] pattern, Duration pause) {
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                clock.advance(pause);
                atMost = Math.max(atMost, loket.bytesOnderweg());
                return Byte.toUnsignedInt(pattern[at++ % pattern.length]);
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = (byte) read();
                return 1;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement("OTLP-9")
    void aBodyThatTricklesLosesItsRoomAndMayComeAgain(boolean isKnown) throws Exception {
        InputStream body =
                new SequenceInputStream(new ByteArrayInputStream(begin(isKnown)), trickle(new byte[] {1}, PAUZE));

        assertThat(take(false, body)).isInstanceOf(Bescheid.Later.class);
        assertThat(atMost).isPositive();
        assertThat(loket.bytesOnderweg()).isZero();
    }

    /// Empty blocks: the decompressor reads on, and nothing ever comes out.
    @Test
    @Requirement("OTLP-9")
    void aBodyOfWhichNothingComesOutLosesItsRoomToo() throws Exception {
        byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0};
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        stored.write(gzip);
        stored.write(new byte[] {0, (byte) 0xFF, (byte) 0xFF, 0, 0});
        stored.write(begin(true), 0, 0xFFFF);
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream(stored.toByteArray()),
                trickle(new byte[] {0, 0, 0, (byte) 0xFF, (byte) 0xFF}, PAUZE));

        assertThat(take(true, body)).isInstanceOf(Bescheid.Later.class);
        assertThat(atMost).isPositive();
        assertThat(loket.bytesOnderweg()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBodyThatIsInInTimeIsTaken(boolean isGzip) throws Exception {
        byte[] plain = OtlpSchrijver.write(List.of(Regels.line(1)));
        byte[] line = isGzip ? Stand.gzip(plain) : plain;
        byte[] rest = Arrays.copyOfRange(line, 1, line.length);
        InputStream body = new SequenceInputStream(
                new ByteArrayInputStream(line, 0, 1), new SequenceInputStream(late(), new ByteArrayInputStream(rest)));

        assertThat(take(isGzip, body)).isInstanceOf(Bescheid.Bevestigd.class);
    }

    /// Nothing, after a while that is just short enough.
    private InputStream late() {
        return new InputStream() {
            @Override
            public int read() {
                clock.advance(Loket.LEESTIJD);
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return read();
            }
        };
    }
}

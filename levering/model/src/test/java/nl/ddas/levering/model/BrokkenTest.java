// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// The size of the pieces in which bytes arrive says nothing about the message.
class BrokkenTest {

    private static final String GOED = "{\"gemeentecode\":\"0518\",\"omschrijving\":\"é€\uD83D\uDE00\\u00e9\\n\"}";
    private static final String FOUT = """
            {
              "gemeentecode": -12.50e1, "vreemd": {"a": [1, {"b": null}]},\r
              "client": [{}, {}, {"Postcode": "x"}],
              "startdatum": "2025-13-01", "oplossing": {"soort": "é", "vtlb": 3.0}
            }""";

    @Property(tries = 150)
    void givesTheSameForEverySizeOfPieces(
            @ForAll @IntRange(min = 1, max = 9_000) int brok, @ForAll @IntRange(max = 300) int vulling) {
        byte[] bericht = bericht(vulling);

        assertThat(lees(bericht, brok).verloop).isEqualTo(Opvanger.lees(bericht).verloop);
    }

    @Property(tries = 150)
    void endsTheSameWhereverAMessageIsCut(
            @ForAll @IntRange(max = 2_000) int lengte, @ForAll @IntRange(min = 1, max = 50) int brok) {
        byte[] bericht = Arrays.copyOf(bericht(1), lengte);

        assertThat(lees(bericht, brok).lezing).isEqualTo(Opvanger.lees(bericht).lezing);
    }

    @Test
    void keepsTheBytesOfEachTrajectAcrossItsWindow() {
        Opvanger opvanger = lees(bericht(400), 8_191);

        assertThat(opvanger.ruw).hasSize(802).allMatch(bytes -> bytes.equals(GOED) || bytes.equals(FOUT));
        byte[] bericht = bericht(400);
        assertThat(opvanger.plekken).allSatisfy(plek -> {
            int positie = (int) plek.positie();
            assertThat(bericht[positie]).isEqualTo((byte) '{');
            long regels = new String(bericht, 0, positie, StandardCharsets.UTF_8)
                    .lines()
                    .count();
            assertThat(plek.regel()).isEqualTo(Math.max(1, regels));
        });
    }

    @Test
    void opensAGoodMessageOnce() {
        AtomicInteger keren = new AtomicInteger();
        byte[] bericht = bericht(400);
        Opvanger opvanger = Opvanger.lees(Opvanger.LEZER, () -> {
            keren.incrementAndGet();
            return new ByteArrayInputStream(bericht);
        });

        assertThat(opvanger.lezing).isInstanceOf(Lezing.Gelezen.class);
        assertThat(keren).hasValue(1);
    }

    private static byte[] bericht(int paren) {
        String[] trajecten = new String[2 * paren + 2];
        for (int i = 0; i < trajecten.length; i++) {
            trajecten[i] = i % 2 == 0 ? GOED : FOUT;
        }
        return TestBerichten.met(trajecten).getBytes(StandardCharsets.UTF_8);
    }

    private static Opvanger lees(byte[] bericht, int brok) {
        return Opvanger.lees(Opvanger.LEZER, () -> new Brokken(bericht, brok));
    }

    private static final class Brokken extends InputStream {
        private final ByteArrayInputStream bron;
        private final int brok;

        Brokken(byte[] bytes, int brok) {
            this.bron = new ByteArrayInputStream(bytes);
            this.brok = brok;
        }

        @Override
        public int read() {
            return bron.read();
        }

        @Override
        public int read(byte[] doel, int begin, int lengte) {
            return bron.read(doel, begin, Math.min(lengte, brok));
        }
    }
}

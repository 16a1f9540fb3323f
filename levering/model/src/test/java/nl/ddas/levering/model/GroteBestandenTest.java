// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// More than the heap of the tests can hold.
@Tag("zwaar")
class GroteBestandenTest {

    private static final int TRAJECTEN = 700_000;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Requirement("S22")
    void readsMoreThanTheHeapHoldsWhereverTheHeadersStand(boolean vooraan) throws IOException {
        String vol = new String(BerichtSchrijver.bytes(Voorbeelden.vol()), StandardCharsets.UTF_8);
        String[] stukken = (vooraan ? TestBerichten.met("|") : TestBerichten.achterstevoren("|")).split("\\|");
        Bron bron = () -> new Herhaling(stukken[0], vol + ",", TRAJECTEN - 1, vol + stukken[1]);

        Lezing lezing = Opvanger.LEZER.lees(bron, new BerichtOntvanger() {});

        assertThat(lezing.aantallen()).isEqualTo(new Lezing.Aantallen(1, TRAJECTEN, 2L * TRAJECTEN, 0));
    }

    /// A beginning, the same piece many times, an end.
    private static final class Herhaling extends InputStream {
        private final byte[] stuk;
        private final byte[] eind;
        private byte[] nu;
        private int plek;
        private int over;

        Herhaling(String begin, String stuk, int keren, String eind) {
            this.nu = begin.getBytes(StandardCharsets.UTF_8);
            this.stuk = stuk.getBytes(StandardCharsets.UTF_8);
            this.eind = eind.getBytes(StandardCharsets.UTF_8);
            this.over = keren;
        }

        @Override
        public int read() throws IOException {
            byte[] een = new byte[1];
            return read(een, 0, 1) < 0 ? -1 : een[0] & 0xFF;
        }

        @Override
        public int read(byte[] doel, int begin, int lengte) throws IOException {
            if (plek == nu.length) {
                if (over < 0) {
                    return -1;
                }
                nu = over > 0 ? stuk : eind;
                over--;
                plek = 0;
            }
            int aantal = Math.min(lengte, nu.length - plek);
            System.arraycopy(nu, plek, doel, begin, aantal);
            plek += aantal;
            return aantal;
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KopieTest {

    @ParameterizedTest
    @CsvSource({
        "0,       0,      0,       0",
        "1,       0,      1,       0",
        "99,      100,    99,      99",
        "100,     100,    100,     100",
        "101,     100,    101,     0",
        "200000,  200000, 200000,  200000",
        // In pieces of 64 KB: the third goes past the limit, and nothing of it is written.
        "1000000, 150000, 196608,  131072"
    })
    void stopsWhenMoreComesThanMay(int length, long limit, long counted, int written) throws IOException {
        byte[] all = new byte[length];
        for (int i = 0; i < length; i++) {
            all[i] = (byte) i;
        }
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream other = new ByteArrayOutputStream();

        assertThat(Kopie.totGrens(new ByteArrayInputStream(all), limit, one, other))
                .isEqualTo(counted);

        assertThat(one.toByteArray()).hasSize(written).isEqualTo(Arrays.copyOf(all, written));
        assertThat(other.toByteArray()).isEqualTo(one.toByteArray());
    }
}

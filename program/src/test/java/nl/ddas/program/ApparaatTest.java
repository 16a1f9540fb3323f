// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.ddas.testkit.SoftHsm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The settings for keys in a device, with SoftHSM in a process of its own.
class ApparaatTest {

    private static String gezegd = "";

    @BeforeAll
    static void werkMetHetApparaat(@TempDir Path map) throws Exception {
        gezegd = SoftHsm.said(SoftHsm.create(map, "4321").java(Apparaattoneel.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys of a supplier stay inside",
                "a supplier signs with the device",
                "what did not change is the same",
                "the PIN comes from a file",
                "a PIN for everybody is refused",
                "an Inway listens with the device",
                "an Outway calls with the device",
                "what calls with the device is not let in by a stranger",
                "a device that forgot us signs without a restart",
                "and its key for connections too",
                "a device that is away is told",
                "and told again"
            })
    void goesAsItShould(String wat) {
        assertThat(gezegd).as(gezegd).contains("good: " + wat);
    }
}

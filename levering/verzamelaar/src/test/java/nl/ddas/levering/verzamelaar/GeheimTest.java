// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.records;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GeheimTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    @Test
    void isMadeOnceAlsoWhenManyStartAtTheSameTime() throws Exception {
        op.start(new Goedkeuring.Direct()).close();
        Jdbi jdbi = op.database.jdbi("verzamelaar");
        SecureRandom toeval = new SecureRandom();
        try (ExecutorService draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int ronde = 0; ronde < 10; ronde++) {
                Path bewijs = op.map().resolve("bewijs-" + ronde);
                Callable<String> start = () -> HexFormat.of()
                        .formatHex(Geheim.van(Bewijs.open(bewijs, op.map().resolve("sleutel"), toeval), jdbi, toeval));
                List<String> gekregen = new ArrayList<>();
                for (Future<String> een : draden.invokeAll(List.of(start, start, start, start))) {
                    gekregen.add(een.get());
                }
                assertThat(gekregen).as("round " + ronde).containsOnly(gekregen.getFirst());
                try (Stream<Path> over = Files.list(bewijs)) {
                    assertThat(over.map(bestand -> String.valueOf(bestand.getFileName())))
                            .containsExactly("persoonssleutel");
                }
                assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(bewijs.resolve("persoonssleutel"))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void isNotMadeAnewWhileRecordsWereMadeUnderIt() throws Exception {
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            verzamel(verzamelaar, op.een);
        }
        Path sleutel = op.bewijsmap().resolve("persoonssleutel");
        Path elders = op.map().resolve("elders");
        Files.move(sleutel, elders);

        assertThatThrownBy(() -> op.start(new Goedkeuring.Direct()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("persoonssleutel")
                .hasMessageContaining("reservekopie");
        assertThat(sleutel).doesNotExist();

        Files.move(elders, sleutel);
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            assertThat(records(verzamelaar)).hasSize(6);
        }
    }
}

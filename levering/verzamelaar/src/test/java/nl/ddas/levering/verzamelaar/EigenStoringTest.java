// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.besluit;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Our own database and disk fail.
class EigenStoringTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    @Test
    void aLostDatabaseIsSaidAndTheRunGoesOnAfterwards() throws Exception {
        Consumer<String> verbreek = plek -> op.database
                .jdbi("verzamelaar")
                .useHandle(db -> db.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                                + " AND backend_type = 'client backend' AND state = 'idle in transaction'"));
        List<String> plekken = new CopyOnWriteArrayList<>();
        Onderbreker onderbreker = (wie, plek) -> {
            if (plek.equals("bezig-met-inlezen") && plekken.isEmpty()) {
                plekken.add(plek);
                verbreek.accept(plek);
            }
        };
        try (Verzamelaar verzamelaar =
                op.start(op.config(new Goedkeuring.Direct()), op.alleenEen(), Clock.systemUTC(), onderbreker)) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("database-weg");
            assertThat(op.tel("bronrecord")).isZero();
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
            assertThat(op.een.vragen).hasValue(3);
            assertThat(op.een.bezorgd).hasValue(1);
        }
    }

    /// With the patience of the settings file; the client waits longer than that, and not much longer.
    @Test
    void whoAsksWhileTheDatabaseIsGoneIsToldSoBeforeItStopsWaiting() throws Exception {
        Path folder = op.map().resolve("andere");
        Database server = Database.embedded(folder, new SecureRandom());
        try (Database weg = Database.connect(server.url(), "postgres", Files.readString(folder.resolve("password")));
                Verzamelaar verzamelaar = Verzamelaar.start(
                        op.config(new Goedkeuring.Handmatig()),
                        op.stelsel.onderdelen(
                                weg, op.alleenEen(), Clock.systemUTC(), op.gewacht::add, Onderbreker.GEEN));
                HttpClient client = op.client(op.een.partij)) {
            verzamel(verzamelaar, op.een);
            String id = op.een.verslagen.keySet().iterator().next();
            server.close();

            assertThat(besluit(verzamelaar, client, op.een.partij, id, "goedgekeurd"))
                    .isEqualTo(503);
            assertThatThrownBy(() -> verzamel(verzamelaar, op.een)).hasMessageContaining("the database is not there");
        }
    }

    @Test
    void anEvidenceFolderThatCannotBeWrittenIsSaidAndTheRunGoesOnAfterwards() throws Exception {
        assertThat(opslagstuk()).contains("opslag-stuk");
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
        }
    }

    private Optional<String> opslagstuk() throws Exception {
        Path bewijs = op.bewijsmap();
        Path weg = op.map().resolve("weg");
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            Files.move(bewijs, weg);
            Optional<String> reden = verzamel(verzamelaar, op.een).reden();
            Files.move(weg, bewijs);
            return reden;
        }
    }

    @Test
    void evidenceThatWasChangedIsCollectedAnew() throws Exception {
        List<String> kapot = new CopyOnWriteArrayList<>();
        Onderbreker sloper = (wie, plek) -> {
            if (plek.equals("opgehaald") && kapot.isEmpty()) {
                kapot.add(plek);
                beschadig();
            }
        };
        try (Verzamelaar verzamelaar =
                op.start(op.config(new Goedkeuring.Direct()), op.alleenEen(), Clock.systemUTC(), sloper)) {
            assertThat(verzamel(verzamelaar, op.een).status()).isEqualTo("ingelezen");
            assertThat(op.een.vragen).hasValue(6);
        }
    }

    private void beschadig() {
        try (Stream<Path> bestanden = Files.list(op.bewijsmap())) {
            for (Path bestand : bestanden.toList()) {
                if (String.valueOf(bestand.getFileName()).contains("-pagina-2-")) {
                    byte[] bytes = Files.readAllBytes(bestand);
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(bestand, bytes);
                }
            }
        } catch (IOException stuk) {
            throw new UncheckedIOException(stuk);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.nu;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.Response;
import nl.ddas.basis.SealedFolder;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Evidence goes away in time.
class OpruimingTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    @Test
    void evidenceGoesAwayAfterItsRetention() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct(), klok)) {
            verzamel(verzamelaar, op.een);
            verzamelaar.ruimOp();
            assertThat(op.tel("bewijs")).isEqualTo(3 + 5);
            klok.advance(Duration.ofDays(401));
            verzamelaar.ruimOp();
            assertThat(op.tel("bewijs")).isZero();
            try (Stream<Path> over = Files.list(op.bewijsmap())) {
                assertThat(over.map(bestand -> String.valueOf(bestand.getFileName())))
                        .containsExactly("persoonssleutel");
            }
        }
    }

    private List<String> bestanden() throws IOException {
        try (Stream<Path> alle = Files.list(op.bewijsmap())) {
            return alle.map(bestand -> String.valueOf(bestand.getFileName()))
                    .filter(naam -> !naam.equals("persoonssleutel"))
                    .toList();
        }
    }

    private List<String> rijen() {
        return op.database.jdbi("verzamelaar").withHandle(db -> db.createQuery("SELECT bestand FROM bewijs")
                .mapTo(String.class)
                .list());
    }

    /// A file as a process leaves it that was killed just before it wrote the row.
    private void laatAchter(String naam) throws IOException {
        SealedFolder folder = SealedFolder.open(op.bewijsmap(), op.map().resolve("bewijs.sleutel"), new SecureRandom());
        try (SealedFolder.Draft uit = folder.write(naam)) {
            uit.write('x');
            uit.keep();
        }
    }

    @Test
    void evidenceWithoutARowIsSweptButNotThatOfARunningFetch() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct(), klok)) {
            verzamel(verzamelaar, op.een);
            laatAchter("ophaling-1-1-pagina-7-1");
            laatAchter("verslag-0.json");
            verzamelaar.ruimOp();
            assertThat(bestanden()).hasSize(3 + 5 + 2);
            klok.advance(Duration.ofHours(25));
            verzamelaar.ruimOp();
            assertThat(bestanden()).containsExactlyInAnyOrderElementsOf(rijen()).hasSize(3 + 5);
            assertThat(op.bewijsmap().resolve("persoonssleutel")).exists();
        }
    }

    @Test
    void aPageThatIsNotUsedHasARowToo() throws Exception {
        List<byte[]> oud = op.een.paginas;
        List<byte[]> nieuw = Proefbericht.paginas(PERIODE, nu().plusMillis(5), 0, 5, 2);
        op.een.gril = (pagina, keer) -> Optional.of(op.een.getekend((keer == 1 ? oud : nieuw).get(pagina - 1)));
        op.twee.paginas =
                List.of("{\"gegevens\":{},\"paginering\":{\"totalPages\":101}}".getBytes(StandardCharsets.UTF_8));
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            Verzamelresultaat resultaat = verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            assertThat(resultaat.van("Gemeente Een").orElseThrow().status()).isEqualTo("ingelezen");
            assertThat(resultaat.van("Gemeente Twee").orElseThrow().reden()).contains("te-veel-paginas");
            assertThat(bestanden()).containsExactlyInAnyOrderElementsOf(rijen());
        }
    }

    @Test
    void evidenceOfADeliveryThatNeverEndsGoesAwayToo() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        op.een.gril =
                (pagina, keer) -> pagina == 2 ? Optional.of(Response.text(404, "text/plain", "weg")) : Optional.empty();
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct(), klok)) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("http-404");
            assertThat(bestanden()).hasSize(1);
            klok.advance(Duration.ofDays(401));
            verzamelaar.ruimOp();
            assertThat(bestanden()).isEmpty();
        }
    }
}

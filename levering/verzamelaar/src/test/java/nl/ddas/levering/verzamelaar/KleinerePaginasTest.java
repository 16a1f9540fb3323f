// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import nl.ddas.basis.Response;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.jose.Jwks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Suppliers that say 422 `pagina-te-groot` are asked for smaller pages.
@Requirement("S22")
class KleinerePaginasTest {

    private static final int TRAJECTEN = 450;

    /// Each third traject of a [Proefbericht] is refused.
    private static final int GOEDE = 300;

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private static Path sleutels;

    private final List<String> gemeld = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void begin() throws IOException {
        sleutels = Files.write(
                op.gedeeld().resolve("een.json"),
                new Jwks(List.of(new Jwks.Entry(
                                Jwks.Use.ENC, op.een.partij.encryption().chain())))
                        .write());
    }

    /// @param teGroot for which size and page
    private static void lever(BiPredicate<Integer, Integer> teGroot) {
        Instant moment = Proefopstelling.nu();
        Map<Integer, List<byte[]>> perGrootte = new ConcurrentHashMap<>();
        op.een.opMaat = Optional.of((grootte, nummer) -> teGroot.test(grootte, nummer)
                ? Optional.empty()
                : Optional.of(perGrootte
                        .computeIfAbsent(grootte, maat -> Proefbericht.paginas(PERIODE, moment, 0, TRAJECTEN, maat))
                        .get(nummer - 1)));
    }

    private Verzamelaar start(Leverancier leverancier) throws IOException {
        return op.start(
                op.config(new Goedkeuring.Direct()), () -> List.of(leverancier), Clock.systemUTC(), Onderbreker.GEEN);
    }

    private PerLeverancier verzamel(Verzamelaar verzamelaar) throws IOException, InterruptedException {
        Voortgang voortgang = new Voortgang() {
            @Override
            public void kleinerePaginas(String leverancier, int trajecten) {
                gemeld.add(leverancier + " " + trajecten);
            }
        };
        return verzamelaar
                .verzamel(PERIODE, voortgang)
                .van(op.een.partij.name())
                .orElseThrow();
    }

    private static void isElkTrajectEenKeerIngelezen(Verzamelaar verzamelaar, PerLeverancier een) {
        assertThat(een.status()).as(een.reden().orElse("")).isEqualTo("ingelezen");
        assertThat(een.trajecten()).isEqualTo(TRAJECTEN);
        assertThat(een.geweigerd()).isEqualTo(TRAJECTEN - GOEDE);
        assertThat(een.ingelezen()).isEqualTo(GOEDE);
        assertThat(een.bevindingen()).as("paging").doesNotContainKey("A-16");
        assertThat(records(verzamelaar).stream().map(Bronrecord::personen))
                .hasSize(GOEDE)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itAsksForHalfTheSizeUntilThePagesFit(boolean versleuteld) throws Exception {
        lever((grootte, _) -> grootte > 200);
        try (Verzamelaar verzamelaar = start(versleuteld ? op.een.versleuteld(sleutels) : op.een.leverancier())) {
            PerLeverancier een = verzamel(verzamelaar);
            isElkTrajectEenKeerIngelezen(verzamelaar, een);
            assertThat(een.paginas()).isEqualTo(3);
            assertThat(een.paginagrootte()).hasValue(195);
        }
        assertThat(op.een.gevraagd)
                .containsExactly(
                        "#1", "12500#1", "6250#1", "3125#1", "1562#1", "781#1", "390#1", "195#1", "195#2", "195#3");
        assertThat(gemeld).hasSize(7).last().isEqualTo(op.een.partij.name() + " 195");
        assertThat(op.gewacht).isEmpty();
    }

    @Test
    void aSupplierWhosePagesFitIsAskedForNoSize() throws Exception {
        lever((_, _) -> false);
        try (Verzamelaar verzamelaar = start(op.een.leverancier())) {
            PerLeverancier een = verzamel(verzamelaar);
            isElkTrajectEenKeerIngelezen(verzamelaar, een);
            assertThat(een.paginagrootte()).isEmpty();
        }
        assertThat(op.een.gevraagd).containsExactly("#1");
        assertThat(gemeld).isEmpty();
    }

    /// Pages of two sizes do not go together: the first one begins anew, and what was in stays as evidence only.
    @Test
    void aLaterPageThatIsTooLargeMakesAllPagesSmaller() throws Exception {
        lever((grootte, nummer) -> grootte > 400 || (grootte > 200 && nummer == 2));
        try (Verzamelaar verzamelaar = start(op.een.leverancier())) {
            isElkTrajectEenKeerIngelezen(verzamelaar, verzamel(verzamelaar));
        }
        assertThat(op.een.gevraagd).endsWith("390#1", "390#2", "195#1", "195#2", "195#3");
        assertThat(op.tel("pagina")).isEqualTo(3);
        assertThat(op.tel("bewijs WHERE soort = 'antwoord'")).isEqualTo(4);
    }

    @Test
    void whatIsInStaysInAndTheSizeIsKeptWhenTheRunStops() throws Exception {
        lever((grootte, _) -> grootte > 200);
        op.een.gril =
                (pagina, _) -> pagina == 2 ? Optional.of(Response.text(400, "text/plain", "nee")) : Optional.empty();
        try (Verzamelaar verzamelaar = start(op.een.leverancier())) {
            assertThat(verzamel(verzamelaar).reden()).contains("http-400");
        }
        op.een.gril = (_, _) -> Optional.empty();
        op.een.gevraagd.clear();
        try (Verzamelaar verzamelaar = start(op.een.leverancier())) {
            PerLeverancier een = verzamel(verzamelaar);
            isElkTrajectEenKeerIngelezen(verzamelaar, een);
            assertThat(een.paginagrootte()).hasValue(195);
        }
        assertThat(op.een.gevraagd).containsExactly("195#2", "195#3");
    }

    @Test
    void belowAHundredTrajectenItStops() throws Exception {
        lever((_, _) -> true);
        try (Verzamelaar verzamelaar = start(op.een.leverancier())) {
            PerLeverancier een = verzamel(verzamelaar);
            assertThat(een.reden()).contains("pagina-te-groot");
            assertThat(een.paginagrootte()).hasValue(100);
        }
        assertThat(op.een.gevraagd).hasSize(9).endsWith("195#1", "100#1");
    }

    @ParameterizedTest
    @CsvSource({"422, organisatie-onbekend", "400, pagina-te-groot"})
    void anotherRefusalIsNoReasonToAskForLess(int status, String code) throws Exception {
        op.een.gril = (_, _) -> Optional.of(Proefleverancier.probleem(status, code));
        try (Verzamelaar verzamelaar = start(op.een.leverancier())) {
            assertThat(verzamel(verzamelaar).reden()).contains(code);
        }
        assertThat(op.een.vragen).hasValue(1);
        assertThat(gemeld).isEmpty();
    }
}

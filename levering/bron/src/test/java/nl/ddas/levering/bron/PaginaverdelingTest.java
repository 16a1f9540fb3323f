// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.ddas.basis.SealedFolder;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.toegang.Reikwijdte;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.testkit.Requirement;

/// Cutting pages loses nothing and gives nothing twice, whatever the leveringen, the period and the size of
/// a page.
class PaginaverdelingTest {

    private static final LocalDate DAG = LocalDate.parse("2026-01-01");
    private static final Aanleverperiode PERIODE = new Aanleverperiode(DAG.plusDays(20), DAG.plusDays(40));

    /// A traject by its days after the first day; an end before the start stands for unknown.
    private record Verwacht(List<Integer> trajecten, MomentopnameIndex index) {}

    @Property(tries = 60)
    @Requirement({"S60", "S22"})
    void allPagesTogetherHoldEachTrajectThatTouchesThePeriodOnceInOrder(
            @ForAll @Size(min = 1, max = 5) List<@Size(max = 12) List<@IntRange(min = 0, max = 60) Integer>> starts,
            @ForAll @IntRange(min = 1, max = 15) int pageSize,
            @ForAll @IntRange(min = -1, max = 30) int duur)
            throws IOException {
        Path map = Files.createTempDirectory("paginas");
        try {
            verdeel(map, starts, pageSize, duur);
        } finally {
            weg(map);
        }
    }

    private static void verdeel(Path map, List<List<Integer>> starts, int pageSize, int duur) throws IOException {
        SealedFolder opslag = SealedFolder.open(map.resolve("opslag"), map.resolve("sleutel"), new SecureRandom());
        Verwacht verwacht = schrijf(opslag, starts, duur);

        List<Integer> gekregen = new ArrayList<>();
        LinkedHashSet<String> namen = new LinkedHashSet<>();
        Selectie eerste = selectie(verwacht.index(), pageSize, 1);
        for (int page = 1; page <= eerste.paginas(); page++) {
            String json = pagina(opslag, verwacht.index(), selectie(verwacht.index(), pageSize, page));
            assertThat(Antwoorden.trajecten(json)).hasSizeLessThanOrEqualTo(pageSize);
            assertThat(Antwoorden.leveringen(json)).doesNotHaveDuplicates().isNotEmpty();
            gekregen.addAll(Antwoorden.trajecten(json));
            namen.addAll(Antwoorden.leveringen(json));
        }

        assertThat(gekregen).isEqualTo(verwacht.trajecten());
        assertThat(namen).hasSize(starts.size());
        assertThat(eerste.totaal()).isEqualTo(gekregen.size());
    }

    private static void weg(Path map) throws IOException {
        try (Stream<Path> alle = Files.walk(map)) {
            for (Path pad : alle.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(pad);
            }
        }
    }

    private static Verwacht schrijf(SealedFolder opslag, List<List<Integer>> starts, int duur) throws IOException {
        IndexOpbouw opbouw = new IndexOpbouw();
        List<Integer> verwacht = new ArrayList<>();
        int nummer = 0;
        try (SealedFolder.Draft uit = opslag.write("m.trajecten")) {
            for (int i = 0; i < starts.size(); i++) {
                opbouw.levering(PERIODE, Proefbron.kop("organisatie " + i, "GM0518", i + 1));
                for (int start : starts.get(i)) {
                    Optional<LocalDate> eind = duur < 0
                            ? Optional.empty()
                            : Optional.of(DAG.plusDays(start).plusDays(duur));
                    Schuldhulptraject traject = Proefbron.traject(nummer, Optional.of(DAG.plusDays(start)), eind);
                    byte[] bytes = BerichtSchrijver.bytes(traject);
                    uit.write(bytes);
                    opbouw.traject(Kenmerken.van(traject), bytes.length);
                    if (start <= 40 && (duur < 0 || start + duur >= 20)) {
                        verwacht.add(nummer);
                    }
                    nummer++;
                }
            }
            uit.keep();
        }
        MomentopnameIndex index = opbouw.klaar(PERIODE, OffsetDateTime.parse("2026-07-01T03:30:00+02:00"), "x");
        return new Verwacht(verwacht, index);
    }

    private static Selectie selectie(MomentopnameIndex index, int pageSize, int page) {
        Gegevensverzoek vraag = new Gegevensverzoek(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(page), OptionalInt.of(pageSize));
        return Selectie.van(index, PERIODE, Reikwijdte.ALLES, vraag).orElseThrow();
    }

    private static String pagina(SealedFolder opslag, MomentopnameIndex index, Selectie selectie) throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        try (SealedFolder.SealedFile trajecten = opslag.file("m.trajecten")) {
            new Paginaschrijver(index, trajecten, selectie).schrijf(uit);
        }
        return uit.toString(StandardCharsets.UTF_8);
    }
}

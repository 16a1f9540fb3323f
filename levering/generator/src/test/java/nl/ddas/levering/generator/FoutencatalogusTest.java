// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every error of the table really changes what is delivered, and says where.
class FoutencatalogusTest {

    private static final Tijdvak TIJDVAK = Tijdvak.halfjaar(2026, 1);

    static IntStream nummers() {
        return IntStream.rangeClosed(1, 50);
    }

    @Test
    void numbersTheFiftyErrorsOnce() {
        assertThat(Foutencatalogus.ALLE)
                .extracting(Fout::nummer)
                .containsExactlyElementsOf(nummers().boxed().toList());
        assertThat(Foutencatalogus.ALLE).allMatch(f -> f.code().matches("[ALOTKFMSC]-\\d\\d"));
        assertThat(Foutencatalogus.ALLE).extracting(Fout::naam).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("nummers")
    void changesTheDelivery(int nummer) throws IOException {
        List<Injectie> injecties = new ArrayList<>();
        Bestemming.InGeheugen goed = new Bestemming.InGeheugen();
        Bestemming.InGeheugen fout = new Bestemming.InGeheugen();
        bezorg(goed, new Foutkeuze(Set.of(), 0, 0), new ArrayList<>());
        bezorg(fout, new Foutkeuze(Set.of(nummer), 1, 3), injecties);

        assertThat(injecties)
                .isNotEmpty()
                .allMatch(i -> i.nummer() == nummer
                        && i.code().equals(Foutencatalogus.nummer(nummer).code()));
        boolean zelfde = goed.inhoud().keySet().equals(fout.inhoud().keySet())
                && goed.inhoud().keySet().stream().allMatch(n -> tekst(goed, n).equals(tekst(fout, n)));
        assertThat(zelfde).isFalse();
    }

    private static String tekst(Bestemming.InGeheugen uitgang, String naam) {
        return new String(uitgang.bytes(naam), StandardCharsets.ISO_8859_1);
    }

    /// The executing part of shared trajecten and a gemeente with everything else, in pages, so that every
    /// error fits somewhere.
    private static void bezorg(Bestemming uitgang, Foutkeuze keuze, List<Injectie> injecties) throws IOException {
        Meelezer mee = new Meelezer() {
            @Override
            public void injectie(Injectie injectie) {
                injecties.add(injectie);
            }
        };
        Bezorging bezorging = new Bezorging(uitgang, 4, mee);
        for (Leveranciersplan plan : Goedgevallen.tweetal(4, 400).leveranciers()) {
            bezorging.bezorg(plan.met(keuze), TIJDVAK, 150, plan.naam());
        }
    }

    @Test
    void putsInAboutTheShareThatIsAskedForAndLeavesTheRestAlone() throws IOException {
        Stelsel stelsel = Plannen.enkel(8, Leverancierssoort.SOFTWARE, 4_000, Foutkeuze.GEEN);
        Leveranciersplan goed = stelsel.leveranciers().getFirst();
        Leveranciersplan fout = goed.met(new Foutkeuze(Set.of(1, 6, 33, 40), 0.05, Integer.MAX_VALUE));
        List<Injectie> injecties = new ArrayList<>();
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        new Schrijver(8, new Meelezer() {
                    @Override
                    public void injectie(Injectie injectie) {
                        injecties.add(injectie);
                    }
                })
                .schrijf(fout, TIJDVAK, "f", uit);

        assertThat(injecties)
                .hasSizeBetween(160, 240)
                .extracting(Injectie::nummer)
                .contains(1, 6, 33, 40);
        ByteArrayOutputStream zonder = new ByteArrayOutputStream();
        new Schrijver(8, Meelezer.NIEMAND).schrijf(goed, TIJDVAK, "g", zonder);
        List<String> a = List.of(uit.toString(StandardCharsets.UTF_8).split("\\{\"gemeentecode\"", -1));
        List<String> b = List.of(zonder.toString(StandardCharsets.UTF_8).split("\\{\"gemeentecode\"", -1));
        assertThat(a).hasSameSizeAs(b);
        long anders = IntStream.range(0, a.size())
                .filter(i -> !a.get(i).equals(b.get(i)))
                .count();
        assertThat(anders).isEqualTo(injecties.size());
    }

    @Test
    void keepsSchemaErrorsApartFromTheOthers() {
        Set<Integer> samen = new HashSet<>(Foutkeuze.regels(0.1).nummers());
        samen.retainAll(Foutkeuze.vorm(0.1).nummers());
        assertThat(samen).isEmpty();
        assertThat(Foutkeuze.vorm(0.1).nummers()).containsExactlyInAnyOrder(12, 22, 24, 28, 29, 30);
    }
}

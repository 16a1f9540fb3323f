// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.dienst.Zoekvraag;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

class PaginaTest {

    private static final Bladwijzer BLADWIJZER = new Bladwijzer(new byte[32]);

    private final Proeflog log = new Proeflog();

    @Test
    @Requirement("READ-3")
    void pagesHoldEveryLineOnceAlsoWhenLinesAreAddedMeanwhile() {
        LongStream.rangeClosed(1, 2_500).forEach(i -> log.add(Proefregel.of(i)));
        JsonObject vraag = Proeflog.trace().with("pageSize", 1_000);
        List<String> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<String> token = Optional.empty();
        long extra = 10_000;
        do {
            Proeflog.Antwoord page = log.ask(token.isPresent() ? vraag.with("pageToken", token.get()) : vraag);
            found.addAll(page.spans());
            sizes.add(page.spans().size());
            token = page.next();
            // Before all, and at the same moment as a line that was shown already.
            log.add(
                    Proefregel.of(++extra).at(Proefregel.BEGIN - 5),
                    Proefregel.of(++extra).at(Proefregel.BEGIN + 1));
        } while (token.isPresent());

        assertThat(sizes).containsExactly(1_000, 1_000, 500);
        assertThat(found)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2_500)
                        .mapToObj(Proeflog::span)
                        .toList());
    }

    @Test
    @Requirement("READ-3")
    void aPageHasAHundredLinesUnlessAskedOtherwise() {
        LongStream.rangeClosed(1, 101).forEach(i -> log.add(Proefregel.of(i)));

        assertThat(log.ask(Proeflog.trace()).spans()).hasSize(100);
        assertThat(log.ask(Proeflog.trace().with("pageSize", 101)).next()).isEmpty();
        assertThat(log.ask(Proeflog.trace().with("pageSize", 1)).next()).isPresent();
    }

    @Test
    @Requirement("READ-3")
    void aPageOfLargeLinesIsShorter() {
        LongStream.rangeClosed(1, 30)
                .forEach(
                        i -> log.add(Proefregel.of(i).with(Attribuut.of("dpl.ddas.levering_id", "x".repeat(500_000)))));

        Proeflog.Antwoord first = log.ask(Proeflog.trace());
        assertThat(first.spans()).hasSizeBetween(8, 10);
        assertThat(first.next()).isPresent();
    }

    @Property(tries = 200)
    void aTokenLeadsBackToItsPlace(@ForAll long start, @ForAll long high, @ForAll long low, @ForAll long span) {
        Zoekvraag.Plaats plaats = new Zoekvraag.Plaats(start, high, low, span);

        assertThat(BLADWIJZER.read(BLADWIJZER.write(plaats))).contains(plaats);
    }

    /// It may be the place of a line that was looked at and not shown.
    @Test
    @Requirement("READ-13")
    void aTokenTellsNothingOfItsPlace() {
        byte[] token = Base64.getUrlDecoder().decode(BLADWIJZER.write(new Zoekvraag.Plaats(7, 7, 7, 7)));
        byte[] next = Base64.getUrlDecoder().decode(BLADWIJZER.write(new Zoekvraag.Plaats(7, 7, 7, 8)));

        assertThat(HexFormat.of().formatHex(token)).doesNotContain("0000000000000007");
        assertThat(Arrays.mismatch(token, next)).isZero();
        Bladwijzer other = new Bladwijzer(Arrays.copyOf(new byte[] {1}, 32));
        assertThat(other.read(Base64.getUrlEncoder().encodeToString(token))).isEmpty();
    }

    /// A question that nothing fits must not keep the log busy for ever; whoever asks on comes to the end.
    @Test
    @Requirement("READ-3")
    void noMoreIsLookedAtForAPageThanAFixedNumber() {
        log.add(LongStream.rangeClosed(1, 10_500).mapToObj(Proefregel::of).toArray(Proefregel[]::new));
        log.add(Proefregel.of(10_501).with("dpl.ddas.levering_id", "de ene"));
        JsonObject vraag = Proeflog.trace().with("dpl.ddas.levering_id", "de ene");

        Proeflog.Antwoord first = log.ask(vraag);
        assertThat(first.spans()).isEmpty();
        assertThat(log.gegeven.stream().mapToInt(one -> one).sum()).isEqualTo(10_000);
        Proeflog.Antwoord second = log.ask(vraag.with("pageToken", first.next().orElseThrow()));
        assertThat(second.spans()).containsExactly(Proeflog.span(10_501));
        assertThat(second.next()).isEmpty();
    }

    /// A token is no permission: another question with it shows no more than without.
    @Test
    @Requirement("READ-3")
    void aTokenOfAnotherQuestionShowsNothingThatItsOwnerMayNotSee() {
        log.add(Proefregel.of(1), Proefregel.of(2), Proefregel.of(3).secret(), Proefregel.of(4));
        String token = log.ask(Proeflog.trace().with("pageSize", 1)).next().orElseThrow();

        assertThat(log.ask(Proeflog.activity(Proefregel.GEHEIM).with("pageToken", token))
                        .spans())
                .isEmpty();
        assertThat(new HashSet<>(
                        log.ask(Proeflog.trace().with("pageToken", token)).spans()))
                .containsExactlyInAnyOrder(Proeflog.span(2), Proeflog.span(4));
    }

    @Property(tries = 200)
    void aSpoiltTokenIsNone(@ForAll int place, @ForAll byte other) {
        String good = BLADWIJZER.write(new Zoekvraag.Plaats(1, 2, 3, 4));
        char[] spoilt = good.toCharArray();
        int at = Math.floorMod(place, spoilt.length - 1);
        spoilt[at] = spoilt[at] == 'A' ? 'B' : 'A';

        assertThat(BLADWIJZER.read(new String(spoilt))).isEmpty();
        assertThat(BLADWIJZER.read(good + (char) ('a' + Math.floorMod(other, 26))))
                .isEmpty();
    }
}

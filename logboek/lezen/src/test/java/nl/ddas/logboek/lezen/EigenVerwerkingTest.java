// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.logboek.dienst.Bladen;
import nl.ddas.logboek.dienst.Inzage;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// What a log does itself is in no log: it would never end (LDV 2.2.2).
class EigenVerwerkingTest {

    private final Proeflog log = new Proeflog();

    private List<Logregel> lines() {
        return log.regels.trace(Proeflog.HOUDER, Proefregel.TRACE);
    }

    @Test
    @Requirement({"LDV-L10", "READ-16"})
    void whoReadsIsInAListOfItsOwnAndNotInTheLog() {
        log.add(Proefregel.of(1).about("pseudoniem-1"), Proefregel.of(2));
        List<Logregel> before = lines();
        byte[] leaves = leaves();

        assertThat(log.ask(Proeflog.trace()).spans()).hasSize(2);
        assertThat(log.ask(Proeflog.activity(Proefregel.ACTIVITEIT)).status()).isEqualTo(200);
        assertThat(log.ask(Proeflog.subject("pseudoniem-1")).spans()).hasSize(1);
        assertThat(log.ask("{}").status()).isEqualTo(400);
        log.lezer = Proeflog.eigen();
        assertThat(log.ask(Proeflog.trace()).status()).isEqualTo(403);

        assertThat(lines()).isEqualTo(before);
        assertThat(leaves()).isEqualTo(leaves);
        assertThat(log.meldingen).hasSizeGreaterThanOrEqualTo(3);
        assertThat(log.meldingen).extracting(Inzage::houder).containsOnly(Proeflog.HOUDER);
    }

    /// All that is in the log, of whatever trace.
    private byte[] leaves() {
        Bladen bladen = log.regels;
        return bladen.read(Proeflog.HOUDER.code(), 0, 1_000);
    }
}

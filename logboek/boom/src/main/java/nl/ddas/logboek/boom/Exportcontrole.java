// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.boom.Boombevinding.Soort;

/// Checks an export of a log without asking anybody: every line against the tree, the tree against the signed
/// checkpoint, older checkpoints against the tree. Constant memory, apart from what is wrong. One object for
/// one file.
public final class Exportcontrole {

    private static final int LANGSTE_REGEL = 16 << 20;

    private final Houvast houvast;
    private final Regellezer lezer;
    private final Bevindingen bevindingen = new Bevindingen();
    private final Koptoets koptoets;
    private final Bereiken verdwenen = new Bereiken();
    private final Bereiken vernietigd = new Bereiken();
    private Optional<Loop> loop = Optional.empty();
    private Optional<Long> einde = Optional.empty();
    private long regels;
    private long verwijderd;
    private long buiten;
    private long bewijzen;
    private long regelnummer;
    private long onbekend;

    /// What is there once the first line was read.
    private record Loop(Exportkop kop, Checkpoint hoofd, Tegelketen keten, Bladtoets bladen, Voorgangers voorgangers) {}

    public Exportcontrole(Houvast houvast, Regellezer lezer) {
        this.houvast = houvast;
        this.lezer = lezer;
        this.koptoets = new Koptoets(houvast, bevindingen);
    }

    /// Reads the file to its end.
    ///
    /// @param export not closed
    /// @throws IOException when it cannot be read
    public Boomuitslag check(InputStream export) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = export.read(); one >= 0; one = export.read()) {
            if (one == '\n') {
                line(line.toByteArray());
                line.reset();
            } else if (line.size() < LANGSTE_REGEL) {
                line.write(one);
            }
        }
        if (line.size() > 0) {
            line(line.toByteArray());
        }
        return end();
    }

    private void line(byte[] bytes) {
        regelnummer++;
        Optional<Exportstuk> stuk = Exportstuk.read(bytes);
        if (stuk.isEmpty() || einde.isPresent() || loop.isEmpty() != stuk.get() instanceof Exportkop) {
            bevindingen.add(
                    Soort.ONLEESBAAR,
                    regelnummer == 1
                            ? "Dit is geen export van een logboek: de eerste regel van het bestand is een andere."
                            : "Regel " + regelnummer + " van het bestand is niet te lezen, of hoort daar niet.");
            return;
        }
        switch (stuk.get()) {
            case Exportkop kop -> begin(kop);
            case Exportstuk.Tegelstuk(Tegel tegel, byte[] hashes) -> tile(loop.orElseThrow(), tegel, hashes);
            case Exportstuk.Bladstuk blad -> leaf(loop.orElseThrow(), blad);
            case Exportstuk.Einde(long bladeren) -> einde = Optional.of(bladeren);
        }
    }

    private void begin(Exportkop kop) {
        Optional<Checkpoint> hoofd = koptoets.check(kop.checkpoint(), kop.getuigd(), kop.sleutels());
        if (hoofd.isEmpty()) {
            return;
        }
        List<Checkpoint> older = new ArrayList<>();
        kop.getuigd().flatMap(note -> Checkpoint.read(note.text())).ifPresent(older::add);
        houvast.vorige().flatMap(note -> Checkpoint.read(note.text())).ifPresent(older::add);
        Tegelketen keten = new Tegelketen(hoofd.get(), bevindingen);
        Bladtoets bladen = new Bladtoets(keten, bevindingen, hoofd.get().size(), kop.isAlles());
        loop = Optional.of(new Loop(kop, hoofd.get(), keten, bladen, new Voorgangers(hoofd.get(), bevindingen, older)));
    }

    private static void tile(Loop loop, Tegel tegel, byte[] hashes) {
        loop.keten().add(tegel, hashes);
        if (tegel.niveau() == 0 && tegel.isVol()) {
            loop.voorgangers().add(tegel.nummer() * Tegel.VOL, hashes);
        }
    }

    private void leaf(Loop loop, Exportstuk.Bladstuk blad) {
        boolean isGood = loop.bladen().add(blad.nummer(), blad.hash(), kenmerk(blad.inhoud()));
        switch (blad.inhoud()) {
            case Bladinhoud.Aanwezig here -> {
                if (here.isBewijs()) {
                    bewijzen++;
                    evidence(isGood, here.vorm(), blad.nummer());
                } else {
                    regels++;
                    onbekend += lezer.kenmerk(here.vorm()).isEmpty() ? 1 : 0;
                }
            }
            case Bladinhoud.Weg weg -> {
                switch (weg.waarom()) {
                    case BEWAARTERMIJN -> {
                        verwijderd++;
                        verdwenen.add(blad.nummer());
                    }
                    case BUITEN_SELECTIE -> buiten++;
                }
            }
        }
    }

    /// A record counts only when it is in the tree, and about leaves that came before it.
    private void evidence(boolean isGood, byte[] vorm, long nummer) {
        Optional<List<Bereik>> about = lezer.vernietigd(vorm);
        if (about.isEmpty()) {
            onbekend++;
        } else if (isGood) {
            about.get().stream().filter(bereik -> bereik.tot() <= nummer).forEach(vernietigd::add);
        }
    }

    private String kenmerk(Bladinhoud inhoud) {
        return inhoud instanceof Bladinhoud.Aanwezig here && !here.isBewijs()
                ? lezer.kenmerk(here.vorm()).map(text -> " (" + text + ")").orElse("")
                : "";
    }

    private Boomuitslag end() {
        if (loop.isEmpty() && regelnummer == 0) {
            bevindingen.add(Soort.ONLEESBAAR, "Het bestand is leeg.");
        }
        loop.ifPresent(this::end);
        boolean isAlles = loop.map(one -> one.kop().isAlles()).orElse(false);
        List<String> bewezen = new ArrayList<>(koptoets.bewezen());
        if (verwijderd > 0 && verdwenen.minus(vernietigd).isEmpty()) {
            bewezen.add(
                    "Van " + Leesbaar.regels(verwijderd) + " is de inhoud vernietigd; dat staat in het logboek zelf.");
        }
        List<String> opmerkingen = new ArrayList<>(koptoets.opmerkingen());
        if (onbekend > 0) {
            opmerkingen.add("Van " + Leesbaar.regels(onbekend)
                    + " kan deze versie de vorm niet lezen; gecontroleerd is dat er niets aan is veranderd.");
        }
        return new Boomuitslag(
                loop.map(Loop::hoofd),
                new Boomuitslag.Telling(isAlles, regels, verwijderd, buiten, bewijzen),
                bewezen,
                opmerkingen,
                bevindingen.alle(),
                bevindingen.aantallen());
    }

    private void end(Loop loop) {
        long bladeren = regels + verwijderd + buiten + bewijzen;
        if (einde.isEmpty()) {
            bevindingen.add(Soort.AFGEBROKEN, "Het bestand houdt te vroeg op: de laatste regel ervan ontbreekt.");
        } else if (einde.get() != bladeren) {
            bevindingen.add(
                    Soort.AFGEBROKEN,
                    "Het bestand hoort " + Leesbaar.regels(einde.get())
                            + " van het logboek te bevatten, en dat zijn er " + bladeren + ".");
        }
        if (loop.keten().hasEdge()) {
            long edge = loop.hoofd().size() / Tegel.VOL;
            loop.keten().row(0, edge).ifPresent(rij -> loop.voorgangers().add(edge * Tegel.VOL, rij));
        }
        loop.bladen().end();
        loop.kop().getuigd().flatMap(note -> Checkpoint.read(note.text())).ifPresent(older -> loop.voorgangers()
                .check("Het checkpoint van de getuigen", older, loop.kop().consistentie()));
        houvast.vorige().ifPresent(note -> Checkpoint.read(note.text())
                .ifPresentOrElse(
                        older -> earlier(loop, older),
                        () -> bevindingen.add(Soort.VORIGE, Leesbaar.VORIGE + " is geen checkpoint.")));
        verdwenen
                .minus(vernietigd)
                .forEach(bereik -> bevindingen.add(
                        Soort.WEG_ZONDER_BEWIJS,
                        bereik.van(),
                        "De inhoud van regel " + bereik.tekst()
                                + " is weg, en in het logboek staat geen bewijs van vernietiging."));
    }

    private void earlier(Loop loop, Checkpoint older) {
        boolean isWitnessed = loop.kop()
                .getuigd()
                .flatMap(note -> Checkpoint.read(note.text()))
                .equals(Optional.of(older));
        if (loop.voorgangers()
                .check(Leesbaar.VORIGE, older, isWitnessed ? loop.kop().consistentie() : List.of())) {
            koptoets.bewezen()
                    .add(Leesbaar.VORIGE + " (" + Leesbaar.bladeren(older.size())
                            + ") is ongewijzigd het begin van deze boom.");
        }
    }
}

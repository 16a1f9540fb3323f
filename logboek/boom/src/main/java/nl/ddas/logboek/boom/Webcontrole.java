// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.logboek.boom.Boombevinding.Soort;

/// Checks the tree of a log on the web: every entry against the tiles, the tiles against the signed checkpoint,
/// older checkpoints against the tree. Sees no lines, only what the log committed itself to. Constant memory,
/// apart from what is wrong. One object for one check.
public final class Webcontrole {

    private final Houvast houvast;
    private final Boomadres boom;
    private final Bevindingen bevindingen = new Bevindingen();
    private final Koptoets koptoets;
    private long bladeren;

    public Webcontrole(Houvast houvast, Boomadres boom) {
        this.houvast = houvast;
        this.boom = boom;
        this.koptoets = new Koptoets(houvast, bevindingen);
    }

    /// Reads the whole tree.
    ///
    /// @throws IOException when the log cannot be reached
    public Boomuitslag check() throws IOException {
        // In this order: the log may grow in between, and then the newer one must be the larger.
        Optional<SignedNote> getuigd = boom.get("getuigd").flatMap(SignedNote::read);
        Optional<SignedNote> checkpoint = boom.get("checkpoint").flatMap(SignedNote::read);
        Optional<Checkpoint> kop = Optional.empty();
        if (checkpoint.isEmpty()) {
            bevindingen.add(
                    Soort.ONLEESBAAR, "Op dit adres staat geen checkpoint van een logboek, of er is nog geen regel.");
        } else {
            kop = koptoets.check(checkpoint.get(), getuigd, List.of());
        }
        if (kop.isPresent()) {
            walk(kop.get(), getuigd);
        }
        return new Boomuitslag(
                kop,
                new Boomuitslag.Telling(true, 0, 0, bladeren, 0),
                koptoets.bewezen(),
                koptoets.opmerkingen(),
                bevindingen.alle(),
                bevindingen.aantallen());
    }

    private void walk(Checkpoint kop, Optional<SignedNote> getuigd) throws IOException {
        Map<String, Checkpoint> older = new HashMap<>();
        getuigd.flatMap(note -> Checkpoint.read(note.text()))
                .ifPresent(one -> older.put("Het checkpoint van de getuigen", one));
        houvast.vorige()
                .flatMap(note -> Checkpoint.read(note.text()))
                .ifPresent(one -> older.put(Leesbaar.VORIGE, one));
        Tegelketen keten = new Tegelketen(kop, bevindingen);
        Bladtoets bladen = new Bladtoets(keten, bevindingen, kop.size(), true);
        Voorgangers voorgangers = new Voorgangers(kop, bevindingen, new ArrayList<>(older.values()));
        for (Tegel tegel : Tegel.edge(kop.size())) {
            tile(keten, tegel);
        }
        keten.hasEdge();
        Map<Integer, Long> open = new HashMap<>();
        for (long first = 0; first < kop.size(); first += Tegel.VOL) {
            for (Tegel tegel : Tegel.above(first, kop.size())) {
                if (!Long.valueOf(tegel.nummer()).equals(open.put(tegel.niveau(), tegel.nummer()))) {
                    tile(keten, tegel);
                }
            }
            long at = first;
            keten.row(0, first / Tegel.VOL).ifPresent(row -> voorgangers.add(at, row));
            entries(bladen, Tegel.with(0, first, kop.size()));
        }
        bladen.end();
        older.forEach((which, one) -> {
            if (voorgangers.check(which, one, List.of())) {
                koptoets.bewezen()
                        .add(which + " (" + Leesbaar.bladeren(one.size())
                                + ") is ongewijzigd het begin van deze boom.");
            }
        });
    }

    private void tile(Tegelketen keten, Tegel tegel) throws IOException {
        try {
            keten.add(tegel, boom.read(tegel));
        } catch (Tegels.Ontbreekt _) {
            bevindingen.add(Soort.TEGEL, "Tegel " + tegel.path() + " is er niet.");
        }
    }

    /// A bundle that is missing or of another form is as many missing leaves.
    private void entries(Bladtoets bladen, Tegel tegel) throws IOException {
        ByteBuffer bundle = ByteBuffer.wrap(boom.get(tegel.entriesPath()).orElse(new byte[0]));
        for (int i = 0; i < tegel.breedte() && bundle.remaining() >= Short.BYTES; i++) {
            int length = Short.toUnsignedInt(bundle.getShort());
            if (length > bundle.remaining()) {
                return;
            }
            byte[] entry = new byte[length];
            bundle.get(entry);
            bladen.add(tegel.nummer() * Tegel.VOL + i, Merkle.leaf(entry), "");
            bladeren++;
        }
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks witnesses to sign our newest checkpoints (C2SP tlog-witness, from the side of the log). One that is away stops
/// nothing; one that saw another tree raises an alarm that stays until it signs again. Safe for many threads.
public final class Getuigenronde {

    private static final Logger LOG = LoggerFactory.getLogger(Getuigenronde.class);
    private static final String SIZE = "text/x.tlog.size";

    /// A witness.
    ///
    /// @param key by which its signatures are checked
    public record Adres(VerifierKey key, Getuigenpost post) {

        public Adres {
            key = key.as(VerifierKey.Soort.COSIGNATURE);
        }
    }

    private final PostgresBomen bomen;
    private final List<Adres> getuigen;
    private final Clock clock;
    private final Map<String, Getuigestatus> standen = new ConcurrentHashMap<>();

    public Getuigenronde(PostgresBomen bomen, List<Adres> getuigen, Clock clock) {
        this.bomen = bomen;
        this.getuigen = List.copyOf(getuigen);
        this.clock = clock;
    }

    /// One question to one witness.
    private record Vraag(String log, Adres getuige, SignedNote note, long size) {
        private String naam() {
            return Getuigenronde.naam(log, getuige);
        }
    }

    private static String naam(String log, Adres getuige) {
        return getuige.key().naam() + " / " + log;
    }

    /// How it stands, by the name of the witness and the log.
    public Map<String, Getuigestatus> standen() {
        return new TreeMap<>(standen);
    }

    /// Asks each witness about each log of which it has not signed the newest checkpoint.
    public void run() {
        for (String log : bomen.logs()) {
            getuigen.forEach(getuige -> attempt(log, getuige));
        }
    }

    /// What goes wrong with one witness is in no other's way.
    private void attempt(String log, Adres getuige) {
        try {
            ask(log, getuige);
        } catch (RuntimeException | Error broken) {
            LOG.error(
                    "asking witness {} about log {} failed: {}",
                    getuige.key().naam(),
                    log,
                    broken.getClass().getName());
            Getuigestatus status = new Getuigestatus.Afwezig("er ging hier iets mis (zie het log)");
            Getuigestatus _ = standen.merge(naam(log, getuige), status, Getuigenronde::after);
        }
    }

    private void ask(String log, Adres getuige) {
        Optional<SignedNote> note = bomen.checkpoint(log);
        long size = note.flatMap(one -> Checkpoint.read(one.text()))
                .map(Checkpoint::size)
                .orElse(0L);
        long signed = bomen.cosigned(log, getuige.key());
        if (size == 0 || signed == size) {
            return;
        }
        Vraag vraag = new Vraag(log, getuige, note.orElseThrow(), size);
        Getuigestatus status;
        try {
            status = ask(vraag, signed, true);
        } catch (IOException away) {
            status = new Getuigestatus.Afwezig(
                    "niet te bereiken (" + away.getClass().getSimpleName() + ")");
        }
        Optional<Getuigestatus> before = Optional.ofNullable(standen.get(vraag.naam()));
        Getuigestatus _ = standen.merge(vraag.naam(), status, Getuigenronde::after);
        if (status instanceof Getuigestatus.Alarm(String waarom)
                && before.filter(status::equals).isEmpty()) {
            LOG.error(
                    "witness {} does not sign the tree of log {}: {}",
                    getuige.key().naam(),
                    log,
                    waarom);
        }
    }

    /// An alarm stays until the witness signs again: being away does not make it good.
    private static Getuigestatus after(Getuigestatus before, Getuigestatus now) {
        boolean stays = before instanceof Getuigestatus.Alarm && now instanceof Getuigestatus.Afwezig;
        return stays ? before : now;
    }

    private Getuigestatus ask(Vraag vraag, long oud, boolean mayAgain) throws IOException {
        List<Hash> bewijs = new Boombewijs(bomen.tegels(vraag.log()), vraag.size()).consistency(oud);
        Getuigenpost.Antwoord antwoord = vraag.getuige().post().post(new Aanbod(oud, bewijs, vraag.note()).bytes());
        return switch (antwoord.status()) {
            case 200 -> signed(vraag, antwoord.body());
            case 409 -> other(vraag, oud, antwoord, mayAgain);
            case 422 -> new Getuigestatus.Alarm("hij zag eerder een andere boom: deze gaat daar niet op verder");
            case 403 -> new Getuigestatus.Afwezig("hij kent de sleutel van dit logboek niet");
            case 404 -> new Getuigestatus.Afwezig("hij kent dit logboek niet");
            default -> new Getuigestatus.Afwezig("hij antwoordde met status " + antwoord.status());
        };
    }

    private Getuigestatus signed(Vraag vraag, byte[] body) {
        VerifierKey key = vraag.getuige().key();
        List<SignedNote.Regel> lines = SignedNote.lines(new String(body, StandardCharsets.UTF_8)).stream()
                .filter(key::made)
                .toList();
        if (lines.isEmpty() || !new SignedNote(vraag.note().text(), lines).isSignedBy(key)) {
            return new Getuigestatus.Afwezig("wat het terugstuurde, is niet met zijn sleutel ondertekend");
        }
        bomen.addCosignature(vraag.log(), vraag.size(), key, lines.getFirst());
        return new Getuigestatus.Getekend(vraag.size(), clock.instant());
    }

    /// The witness signed another size last; from there it goes on, unless it knows more than there is.
    private Getuigestatus other(Vraag vraag, long oud, Getuigenpost.Antwoord antwoord, boolean mayAgain)
            throws IOException {
        String text = new String(antwoord.body(), StandardCharsets.UTF_8);
        if (!antwoord.contentType().startsWith(SIZE) || !text.matches("(0|[1-9]\\d{0,17})\\n")) {
            return new Getuigestatus.Alarm("hij zag eerder een boom van dezelfde grootte met een andere wortel");
        }
        long size = Long.parseLong(text.strip());
        if (size > newest(vraag.log())) {
            return new Getuigestatus.Alarm("hij ondertekende eerder een boom van " + Leesbaar.bladeren(size)
                    + ", en nu zijn het er minder: er is een oude kopie teruggezet");
        }
        if (size > vraag.size() || size == oud || !mayAgain) {
            return new Getuigestatus.Afwezig("hij was net met een andere boom bezig");
        }
        return ask(vraag, size, false);
    }

    private long newest(String log) {
        return bomen.checkpoint(log)
                .flatMap(note -> Checkpoint.read(note.text()))
                .map(Checkpoint::size)
                .orElse(0L);
    }
}

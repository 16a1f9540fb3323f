// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.boom.Boombevinding.Soort;

/// Looks who signed the head of a tree. Not safe for many threads.
final class Koptoets {

    private final Houvast houvast;
    private final Bevindingen bevindingen;
    private final List<String> bewezen = new ArrayList<>();
    private final List<String> opmerkingen = new ArrayList<>();

    Koptoets(Houvast houvast, Bevindingen bevindingen) {
        this.houvast = houvast;
        this.bevindingen = bevindingen;
    }

    List<String> bewezen() {
        return bewezen;
    }

    List<String> opmerkingen() {
        return opmerkingen;
    }

    /// Looks at the newest head and the one that witnesses signed.
    ///
    /// @param eigen keys that the log itself names
    /// @return the newest; empty when it cannot be read
    Optional<Checkpoint> check(SignedNote checkpoint, Optional<SignedNote> getuigd, List<VerifierKey> eigen) {
        Optional<Checkpoint> kop = Checkpoint.read(checkpoint.text());
        if (kop.isEmpty()) {
            bevindingen.add(Soort.ONLEESBAAR, "Het checkpoint is geen checkpoint van een logboek.");
            return kop;
        }
        signed("Het checkpoint", checkpoint, eigen);
        getuigd.ifPresent(note -> signed("Het checkpoint van de getuigen", note, eigen));
        houvast.vorige().ifPresent(note -> signed(Leesbaar.VORIGE, note, eigen));
        houvast.getuigen().forEach(getuige -> witnessed(getuige, checkpoint, getuigd));
        if (houvast.getuigen().isEmpty()) {
            opmerkingen.add(
                    "Er is niet gekeken naar een getuige. Alleen met de sleutel van een getuige blijkt of anderen dezelfde"
                            + " boom hebben gezien.");
        }
        return kop;
    }

    private void signed(String wat, SignedNote note, List<VerifierKey> eigen) {
        List<VerifierKey> keys = houvast.sleutels().isEmpty() ? eigen : houvast.sleutels();
        if (keys.stream().noneMatch(note::isSignedBy)) {
            bevindingen.add(
                    Soort.HANDTEKENING,
                    keys.isEmpty()
                            ? wat + ": er is geen sleutel om de handtekening mee te controleren."
                            : wat + " is niet ondertekend met een sleutel van dit logboek.");
        } else if (houvast.sleutels().isEmpty()) {
            remark(
                    "De handtekening is vergeleken met een sleutel die van het logboek zelf komt. Wie de boom namaakt, kan ook"
                            + " die sleutel namaken. Gebruik een sleutel die u langs een andere weg kreeg.");
        } else {
            bewezen.add(wat + " is ondertekend door dit logboek.");
        }
    }

    private void remark(String text) {
        if (!opmerkingen.contains(text)) {
            opmerkingen.add(text);
        }
    }

    private void witnessed(VerifierKey key, SignedNote newest, Optional<SignedNote> getuigd) {
        VerifierKey getuige = key.as(VerifierKey.Soort.COSIGNATURE);
        Optional<SignedNote> signed =
                newest.isSignedBy(getuige) ? Optional.of(newest) : getuigd.filter(note -> note.isSignedBy(getuige));
        if (signed.isEmpty()) {
            bevindingen.add(Soort.GETUIGE, "Getuige " + getuige.naam() + " heeft deze boom niet medeondertekend.");
            return;
        }
        long size = Checkpoint.read(signed.get().text()).map(Checkpoint::size).orElse(0L);
        bewezen.add("Getuige " + getuige.naam() + " heeft op " + Leesbaar.moment(moment(signed.get(), getuige))
                + " de boom van " + Leesbaar.bladeren(size) + " medeondertekend.");
    }

    private static Instant moment(SignedNote note, VerifierKey getuige) {
        return note.regels().stream()
                .filter(getuige::made)
                .flatMap(regel -> Cosignature.read(regel.signature()).stream())
                .map(Cosignature::moment)
                .findFirst()
                .orElse(Instant.EPOCH);
    }
}

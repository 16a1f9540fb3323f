// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.jdbi.v3.core.Handle;

/// Takes in what suppliers decide about their delivery; the same decision again changes nothing, every decision
/// is kept.
final class Besluiten {

    private final Boekhouding boek;
    private final Leveranciers leveranciers;
    private final Verzoektelling telling;
    private final Runnable wek;

    /// What became of it.
    sealed interface Uitslag {
        /// @param toestand of the row from now on
        record Aangenomen(String toestand) implements Uitslag {}

        record Onbekend() implements Uitslag {}

        record NietVanU() implements Uitslag {}

        /// @param waarom Dutch
        record KanNiet(String waarom) implements Uitslag {}
    }

    /// @param wek called after a decision that lets a row go on
    Besluiten(Boekhouding boek, Leveranciers leveranciers, Verzoektelling telling, Runnable wek) {
        this.boek = boek;
        this.leveranciers = leveranciers;
        this.telling = telling;
        this.wek = wek;
    }

    Uitslag neem(String verslag, Besluit besluit, Verdict.Verified handtekening) {
        Optional<Ophaling> gevonden = boek.bijVerslag(verslag);
        if (gevonden.isEmpty()) {
            return new Uitslag.Onbekend();
        }
        Ophaling rij = gevonden.get();
        if (van(rij, handtekening).isEmpty()) {
            return new Uitslag.NietVanU();
        }
        Uitslag uitslag = boek.besluit(rij.id(), (db, nu) -> verwerk(db, nu, verslag, besluit, handtekening));
        telling.tel(rij.leverancier(), "besluit", uitslag instanceof Uitslag.Aangenomen ? besluit.tekst() : "kan-niet");
        if (uitslag instanceof Uitslag.Aangenomen) {
            wek.run();
        }
        return uitslag;
    }

    /// A report, as who may decide about it knows it.
    ///
    /// @param rij of the report
    /// @param leverancier who signed the decision
    record Zaak(Ophaling rij, Leverancier leverancier) {}

    /// What a report is about, when it is of who signed.
    Optional<Zaak> over(String verslag, Verdict.Verified handtekening) {
        return boek.bijVerslag(verslag)
                .flatMap(rij -> van(rij, handtekening).map(leverancier -> new Zaak(rij, leverancier)));
    }

    private Optional<Leverancier> van(Ophaling rij, Verdict.Verified handtekening) {
        return leveranciers
                .zoek(rij.leverancier())
                .filter(leverancier -> leverancier.oin().value().equals(handtekening.oin()));
    }

    /// What was decided about a row until now.
    static Optional<Besluit> genomen(Handle db, Ophaling rij) {
        return db.createQuery("SELECT besluit FROM ophaling WHERE id = :id AND besluit IS NOT NULL")
                .bind("id", rij.id())
                .mapTo(String.class)
                .findFirst()
                .flatMap(tekst -> Stream.of(Besluit.values())
                        .filter(besluit -> besluit.tekst().equals(tekst))
                        .findFirst());
    }

    private Uitslag verwerk(Handle db, Ophaling rij, String verslag, Besluit besluit, Verdict.Verified handtekening) {
        Optional<Besluit> eerder = genomen(db, rij);
        if (eerder.filter(besluit::equals).isPresent()) {
            return new Uitslag.Aangenomen(rij.toestand().tekst());
        }
        if (eerder.filter(Besluit.INGETROKKEN::equals).isPresent()) {
            return new Uitslag.KanNiet("Deze levering is al ingetrokken. Lever opnieuw als dat een vergissing was.");
        }
        if (rij.toestand() == Toestand.VERVALLEN && besluit == Besluit.GOEDGEKEURD) {
            return new Uitslag.KanNiet(
                    "De tijd om goed te keuren is voorbij; deze levering is vervallen. Lever opnieuw.");
        }
        if (rij.toestand() == Toestand.AFGEKEURD && besluit == Besluit.GOEDGEKEURD) {
            return new Uitslag.KanNiet(
                    "Deze levering is afgekeurd. Herstel de blokkerende bevindingen en lever opnieuw.");
        }
        db.execute(
                "INSERT INTO besluit (verslag, besluit, oin, handtekening, ontvangen) VALUES (?, ?, ?, ?, ?)",
                verslag,
                besluit.tekst(),
                handtekening.oin(),
                handtekening.payloadSig(),
                boek.nu());
        db.execute("UPDATE ophaling SET besluit = ?, gewijzigd = ? WHERE id = ?", besluit.tekst(), boek.nu(), rij.id());
        if (besluit == Besluit.INGETROKKEN) {
            Inlezingen.trekIn(db, rij, boek.nu());
            boek.naar(db, rij, Toestand.INGETROKKEN);
        }
        return new Uitslag.Aangenomen(Boekhouding.lees(db, rij.id()).toestand().tekst());
    }
}

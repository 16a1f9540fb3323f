// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import nl.ddas.levering.verzamelaar.Inlezingen.Inlezing;
import org.jdbi.v3.core.Handle;

/// Reads an approved delivery into the database (S79): one transaction, in which it takes the place of an older one.
/// The same content again changes nothing; an older delivery than the one that counts is not read in.
final class Inleesstap implements Stap {

    private static final int MELD_ELKE = 10_000;

    private final Boekhouding boek;
    private final Bewijs bewijs;
    private final Melder melder;

    Inleesstap(Boekhouding boek, Bewijs bewijs, Melder melder) {
        this.boek = boek;
        this.bewijs = bewijs;
        this.melder = melder;
    }

    @Override
    public Ophaling zet(Ophaling rij, Leverancier leverancier) throws IOException {
        try {
            return boek.wijzig(rij, db -> leesIn(db, rij));
        } catch (UncheckedIOException onleesbaar) {
            throw new IOException("the lines to read in cannot be read", onleesbaar.getCause());
        }
    }

    private boolean leesIn(Handle db, Ophaling rij) {
        db.execute("SELECT pg_advisory_xact_lock(hashtext(?))", "inlezing " + rij.leverancier() + " " + rij.periode());
        Optional<Inlezing> geldig = Inlezingen.geldig(db, rij);
        Ophaling.Uitslag uitslag = rij.uitslag().orElseThrow();
        if (geldig.filter(nu -> Arrays.equals(nu.inhoud(), uitslag.inhoud())).isPresent()) {
            // The same again: from now on it is this row that can withdraw it.
            db.execute(
                    "UPDATE inlezing SET ophaling = ? WHERE id = ?",
                    rij.id(),
                    geldig.get().id());
            return boek.naar(db, rij, Toestand.INGELEZEN);
        }
        if (geldig.filter(nu -> isNieuwer(nu, rij)).isPresent()) {
            return boek.naar(db, rij, Toestand.ACHTERHAALD);
        }
        db.execute(
                "UPDATE inlezing SET einde = ?, einde_reden = 'vervangen' WHERE leverancier = ? AND periode_start = ?"
                        + " AND periode_eind = ? AND einde IS NULL",
                boek.nu(),
                rij.leverancier(),
                rij.periode().start(),
                rij.periode().eind());
        Inlezingen.vergeetEerdere(db);
        long inlezing = nieuw(db, rij, uitslag);
        melder.bij(rij.leverancier(), "bezig-met-inlezen");
        long records = kopieer(db, rij, inlezing);
        db.execute("UPDATE inlezing SET records = ? WHERE id = ?", records, inlezing);
        melder.voortgang().ingelezen(rij.leverancier(), records);
        return boek.naar(db, rij, Toestand.INGELEZEN);
    }

    private static boolean isNieuwer(Inlezing nu, Ophaling rij) {
        return nu.aangeleverd().isPresent()
                && rij.aangeleverd().filter(nu.aangeleverd().get()::isAfter).isPresent();
    }

    private long nieuw(Handle db, Ophaling rij, Ophaling.Uitslag uitslag) {
        return db.createQuery("INSERT INTO inlezing (ophaling, leverancier, periode_start, periode_eind, inhoud,"
                        + " aangeleverd, records, ingelezen, bsnmodus)"
                        + " VALUES (:rij, :naam, :start, :eind, :inhoud, :aangeleverd, 0, :nu,"
                        + " (SELECT bsnmodus FROM ophaling WHERE id = :rij)) RETURNING id")
                .bind("rij", rij.id())
                .bind("naam", rij.leverancier())
                .bind("start", rij.periode().start())
                .bind("eind", rij.periode().eind())
                .bind("inhoud", uitslag.inhoud())
                .bindByType(
                        "aangeleverd", rij.aangeleverd().map(Boekhouding::op).orElse(null), OffsetDateTime.class)
                .bind("nu", boek.nu())
                .mapTo(Long.class)
                .one();
    }

    private long kopieer(Handle db, Ophaling rij, long inlezing) {
        try {
            long records;
            try (InputStream in = bewijs.lees(Toetsstap.regels(rij))) {
                records = new Tabelkopie(
                                "bronrecord (" + Inleesregel.KOLOMMEN + ")", inlezing, regels -> meld(rij, regels))
                        .lees(db, in);
            }
            // Not there when it was checked before this program compared deliveries.
            if (bewijs.heeft(Toetsstap.vergelijken(rij))) {
                try (InputStream in = bewijs.lees(Toetsstap.vergelijken(rij))) {
                    new Tabelkopie("open_traject (" + Vergelijkoogst.KOLOMMEN + ")", inlezing, regels -> {})
                            .lees(db, in);
                }
            }
            return records;
        } catch (IOException onleesbaar) {
            throw new UncheckedIOException(onleesbaar);
        }
    }

    private void meld(Ophaling rij, long regels) {
        if (regels % MELD_ELKE == 0) {
            melder.voortgang().ingelezen(rij.leverancier(), regels);
        }
    }
}

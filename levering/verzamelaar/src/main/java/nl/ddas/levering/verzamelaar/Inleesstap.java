// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        Inlezingen.vergrendel(db, rij);
        Optional<Inlezing> geldig = Inlezingen.geldig(db, rij);
        Ophaling.Uitslag uitslag = rij.uitslag().orElseThrow();
        if (geldig.filter(nu -> Arrays.equals(nu.inhoud(), uitslag.inhoud())).isPresent()) {
            // The same again: from now on it is this row that can withdraw it.
            Inlezingen.neemOver(db, geldig.get(), rij);
            return boek.naar(db, rij, Toestand.INGELEZEN);
        }
        if (geldig.filter(nu -> isNieuwer(nu, rij)).isPresent()) {
            return boek.naar(db, rij, Toestand.ACHTERHAALD);
        }
        Inlezingen.vervang(db, rij, boek.nu());
        long inlezing = Inlezingen.nieuw(db, rij, boek.nu());
        melder.bij(rij.leverancier(), "bezig-met-inlezen");
        long records = kopieer(db, rij, inlezing);
        Inlezingen.gelezen(db, inlezing, records);
        melder.voortgang().ingelezen(rij.leverancier(), records);
        return boek.naar(db, rij, Toestand.INGELEZEN);
    }

    private static boolean isNieuwer(Inlezing nu, Ophaling rij) {
        return nu.aangeleverd().isPresent()
                && rij.aangeleverd().filter(nu.aangeleverd().get()::isAfter).isPresent();
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

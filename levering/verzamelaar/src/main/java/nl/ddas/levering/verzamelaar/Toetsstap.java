// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.statistiek.Persoonsherkenner;
import nl.ddas.levering.statistiek.Pseudoniem;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.Toetsinstelling;
import nl.ddas.levering.toets.Verwachting;
import nl.ddas.levering.toets.Vorige;
import nl.ddas.levering.toets.verslag.Bevindinggroep;
import nl.ddas.levering.toets.verslag.ControleJson;
import nl.ddas.levering.toets.verslag.Telwerk;
import org.jdbi.v3.core.Handle;

/// Checks a delivery (S76, S77): seals all findings and the Verwerkingsverslag, and beside them the lines that are read
/// in once that is approved.
final class Toetsstap implements Stap {

    private final Boekhouding boek;
    private final Inlezingen inlezingen;
    private final Bewijs bewijs;
    private final Gereedschap gereedschap;
    private final Verslagen verslagen;
    private final Melder melder;

    /// @param geheim secret of the person keys
    record Gereedschap(BerichtLezer lezer, Toetsinstelling instelling, BsnModus bsnmodus, byte[] geheim) {}

    Toetsstap(
            Boekhouding boek,
            Inlezingen inlezingen,
            Bewijs bewijs,
            Gereedschap gereedschap,
            Verslagen verslagen,
            Melder melder) {
        this.boek = boek;
        this.inlezingen = inlezingen;
        this.bewijs = bewijs;
        this.gereedschap = gereedschap;
        this.verslagen = verslagen;
        this.melder = melder;
    }

    /// Name of the file with the lines to read in.
    static String regels(Ophaling rij) {
        return rij.bestand("inlezen");
    }

    /// Name of the file with all findings.
    static String bevindingen(Ophaling rij) {
        return rij.bestand("bevindingen.json");
    }

    @Override
    public Ophaling zet(Ophaling rij, Leverancier leverancier) throws IOException {
        List<Boekhouding.Pagina> paginas = boek.paginas(rij);
        Telwerk telwerk = new Telwerk();
        try (Bewijs.Schrijver regels = bewijs.schrijf(regels(rij));
                Bewijs.Schrijver bevindingen = bewijs.schrijf(bevindingen(rij))) {
            BufferedOutputStream regeluit = new BufferedOutputStream(regels, 1 << 16);
            BufferedOutputStream bevindinguit = new BufferedOutputStream(bevindingen, 1 << 16);
            Oordeel oordeel;
            Toetsoogst oogst;
            try (ControleJson json = new ControleJson(bevindinguit)) {
                oogst = new Toetsoogst(
                        rij.leverancier(),
                        new Toetsoogst.Meelezers(telwerk, json.bestand(rij.leverancier())),
                        regeluit,
                        new Persoonsherkenner(gereedschap.bsnmodus(), new Pseudoniem(gereedschap.geheim())),
                        new Ontdaan(gereedschap.geheim()),
                        melder.voortgang());
                oordeel = toetser(leverancier)
                        .toets(Ophaalstap.lees(paginas, bewijs), verwachting(rij, leverancier), vorige(rij), oogst);
                json.einde(oordeel);
            }
            regeluit.flush();
            regels.bewaar();
            bevindinguit.flush();
            bevindingen.bewaar();
            boolean bruikbaar = !oogst.isBerichtGeweigerd() && oordeel.status() != Oordeel.Status.ONLEESBAAR;
            String verslag = verslagen.maak(rij, paginas, oordeel, telwerk, bruikbaar);
            melder.bij(leverancier.naam(), "verslag-verzegeld");
            Ophaling.Uitslag uitslag =
                    new Ophaling.Uitslag(bruikbaar, oogst.inhoud(), oordeel.trajecten(), oordeel.geweigerdeTrajecten());
            return boek.wijzig(rij, db -> bewaar(db, rij, verslag, uitslag, telwerk.bevindingen()));
        }
    }

    private Toetser toetser(Leverancier leverancier) {
        BerichtLezer lezer =
                leverancier.versie().map(gereedschap.lezer()::voorVersie).orElse(gereedschap.lezer());
        return new Toetser(lezer, gereedschap.instelling(), new SecureRandom());
    }

    private static Verwachting verwachting(Ophaling rij, Leverancier leverancier) {
        return new Verwachting(
                rij.ontvangen().orElseThrow(),
                Optional.of(rij.periode().start()),
                Optional.of(rij.periode().eind()),
                Optional.empty(),
                leverancier.software());
    }

    private Vorige vorige(Ophaling rij) {
        Optional<Inlezingen.Inlezing> geldig = inlezingen.geldig(rij);
        return new Vorige() {
            @Override
            public Optional<Instant> eerderAangeleverd(byte[] inhoud) {
                return geldig.filter(inlezing -> Arrays.equals(inlezing.inhoud(), inhoud))
                        .map(Inlezingen.Inlezing::ingelezen);
            }
        };
    }

    private boolean bewaar(
            Handle db, Ophaling rij, String verslag, Ophaling.Uitslag uitslag, List<Bevindinggroep> groepen) {
        db.execute("DELETE FROM bevinding WHERE ophaling = ?", rij.id());
        groepen.forEach(groep -> db.execute(
                "INSERT INTO bevinding VALUES (?, ?, ?, ?)",
                rij.id(),
                groep.code(),
                groep.ernst().name(),
                groep.aantal()));
        db.execute(
                "UPDATE ophaling SET bruikbaar = ?, inhoud = ?, trajecten = ?, geweigerd = ?, verslag = ?"
                        + " WHERE id = ?",
                uitslag.bruikbaar(),
                uitslag.inhoud(),
                uitslag.trajecten(),
                uitslag.geweigerd(),
                verslag,
                rij.id());
        boek.bewijs(db, rij, Verslagen.json(verslag), "verslag", "goed");
        boek.bewijs(db, rij, Verslagen.html(verslag), "verslag", "goed");
        boek.bewijs(db, rij, bevindingen(rij), "bevindingen", "goed");
        boek.bewijs(db, rij, regels(rij), "inlezen", "goed");
        return boek.naar(db, rij, Toestand.GETOETST);
    }
}

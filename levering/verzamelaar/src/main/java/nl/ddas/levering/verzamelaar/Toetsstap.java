// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.statistiek.BsnModus;
import nl.ddas.levering.statistiek.Persoonsherkenner;
import nl.ddas.levering.statistiek.Pseudoniem;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.Toetsinstelling;
import nl.ddas.levering.toets.Verwachting;
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
    /// @param toeval gives each check a key of its own
    record Gereedschap(
            BerichtLezer lezer, Toetsinstelling instelling, BsnModus bsnmodus, byte[] geheim, SecureRandom toeval) {

        Vergelijksleutel vergelijksleutel() {
            return new Vergelijksleutel(geheim);
        }
    }

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

    /// Name of the file with what the next delivery is compared with.
    static String vergelijken(Ophaling rij) {
        return rij.bestand("vergelijken");
    }

    @Override
    public Ophaling zet(Ophaling rij, Leverancier leverancier) throws IOException {
        List<Boekhouding.Pagina> paginas = boek.paginas(rij);
        Telwerk telwerk = new Telwerk();
        try (Blad regels = new Blad(bewijs.schrijf(regels(rij)));
                Blad vergelijken = new Blad(bewijs.schrijf(vergelijken(rij)));
                Blad bevindingen = new Blad(bewijs.schrijf(bevindingen(rij)))) {
            Vergelijkoogst vergelijk = new Vergelijkoogst(gereedschap.vergelijksleutel(), vergelijken.uit());
            Oordeel oordeel;
            Toetsoogst oogst;
            try (ControleJson json = new ControleJson(bevindingen.uit())) {
                oogst = new Toetsoogst(
                        rij.leverancier(),
                        new Toetsoogst.Meelezers(telwerk, json.bestand(rij.leverancier()), vergelijk),
                        regels.uit(),
                        new Persoonsherkenner(gereedschap.bsnmodus(), new Pseudoniem(gereedschap.geheim())),
                        new Ontdaan(gereedschap.geheim()),
                        melder.voortgang());
                oordeel = toetser(leverancier)
                        .toets(
                                Ophaalstap.lees(paginas, bewijs),
                                verwachting(rij, leverancier),
                                inlezingen.vorige(rij, gereedschap.vergelijksleutel()),
                                oogst);
                json.einde(oordeel);
            }
            regels.bewaar();
            vergelijken.bewaar();
            bevindingen.bewaar();
            boolean bruikbaar = !oogst.isBerichtGeweigerd() && oordeel.status() != Oordeel.Status.ONLEESBAAR;
            String verslag = verslagen.maak(rij, paginas, oordeel, telwerk, bruikbaar);
            melder.bij(leverancier.naam(), "verslag-verzegeld");
            Ophaling.Uitslag uitslag =
                    new Ophaling.Uitslag(bruikbaar, oogst.inhoud(), oordeel.trajecten(), oordeel.geweigerdeTrajecten());
            Gevonden gevonden = new Gevonden(uitslag, telwerk.bevindingen(), vergelijk.aantallen());
            return boek.wijzig(rij, db -> bewaar(db, rij, verslag, gevonden));
        }
    }

    /// @param aantallen trajecten by organisation
    private record Gevonden(Ophaling.Uitslag uitslag, List<Bevindinggroep> groepen, Map<Long, Long> aantallen) {}

    /// A sealed file that is written in small pieces.
    private record Blad(Bewijs.Schrijver bestand, BufferedOutputStream uit) implements AutoCloseable {
        Blad(Bewijs.Schrijver bestand) {
            this(bestand, new BufferedOutputStream(bestand, 1 << 16));
        }

        void bewaar() throws IOException {
            uit.flush();
            bestand.bewaar();
        }

        @Override
        public void close() throws IOException {
            bestand.close();
        }
    }

    private Toetser toetser(Leverancier leverancier) {
        BerichtLezer lezer = gereedschap.lezer();
        lezer = leverancier.versie().map(lezer::voorVersie).orElse(lezer);
        BerichtLezer metVersie = lezer;
        return new Toetser(
                leverancier
                        .gemeente()
                        .map(gemeente -> metVersie.vanGemeente(gemeente.opDraad()))
                        .orElse(metVersie),
                gereedschap.instelling(),
                gereedschap.toeval());
    }

    private static Verwachting verwachting(Ophaling rij, Leverancier leverancier) {
        return new Verwachting(
                rij.ontvangen().orElseThrow(),
                Optional.of(rij.periode().start()),
                Optional.of(rij.periode().eind()),
                Optional.empty(),
                leverancier.software());
    }

    private boolean bewaar(Handle db, Ophaling rij, String verslag, Gevonden gevonden) {
        db.execute("DELETE FROM bevinding WHERE ophaling = ?", rij.id());
        gevonden.groepen()
                .forEach(groep -> db.execute(
                        "INSERT INTO bevinding VALUES (?, ?, ?, ?) ON CONFLICT (ophaling, code, ernst)"
                                + " DO UPDATE SET aantal = bevinding.aantal + excluded.aantal",
                        rij.id(),
                        groep.code(),
                        groep.ernst().name(),
                        groep.aantal()));
        db.execute("DELETE FROM aantal_trajecten WHERE ophaling = ?", rij.id());
        gevonden.aantallen()
                .forEach((organisatie, aantal) ->
                        db.execute("INSERT INTO aantal_trajecten VALUES (?, ?, ?)", rij.id(), organisatie, aantal));
        db.execute(
                "UPDATE ophaling SET bruikbaar = ?, inhoud = ?, trajecten = ?, geweigerd = ?, verslag = ?,"
                        + " bsnmodus = ? WHERE id = ?",
                gevonden.uitslag().bruikbaar(),
                gevonden.uitslag().inhoud(),
                gevonden.uitslag().trajecten(),
                gevonden.uitslag().geweigerd(),
                verslag,
                gereedschap.bsnmodus().name(),
                rij.id());
        boek.bewijs(db, rij, Verslagen.json(verslag), "verslag", "goed");
        boek.bewijs(db, rij, Verslagen.html(verslag), "verslag", "goed");
        boek.bewijs(db, rij, bevindingen(rij), "bevindingen", "goed");
        boek.bewijs(db, rij, regels(rij), "inlezen", "goed");
        boek.bewijs(db, rij, vergelijken(rij), "inlezen", "goed");
        return boek.naar(db, rij, Toestand.GETOETST);
    }
}

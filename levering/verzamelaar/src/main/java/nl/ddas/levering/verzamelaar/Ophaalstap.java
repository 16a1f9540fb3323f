// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.toets.Pagina;
import nl.ddas.levering.verzamelaar.Paginavraag.Antwoord;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Ophalen;
import nl.ddas.levering.verzamelaar.Volharding.Afloop;

/// Gets the pages that are not in yet. A page is sealed and synced before the row says that it is there.
final class Ophaalstap implements Stap {

    /// Suppliers whose snapshot changes more often while it is collected must look at that first.
    private static final int MEESTE_MOMENTOPNAMEN = 3;

    private final Boekhouding boek;
    private final Paginavraag verzoek;
    private final Volharding volharding;
    private final Verzoektelling telling;
    private final Ophalen instelling;
    private final Melder melder;
    private final Wachter wachter;
    private final Clock clock;

    Ophaalstap(
            Boekhouding boek,
            Paginavraag verzoek,
            Volharding volharding,
            Verzoektelling telling,
            Ophalen instelling,
            Melder melder,
            Wachter wachter,
            Clock clock) {
        this.boek = boek;
        this.verzoek = verzoek;
        this.volharding = volharding;
        this.telling = telling;
        this.instelling = instelling;
        this.melder = melder;
        this.wachter = wachter;
        this.clock = clock;
    }

    @Override
    public Ophaling zet(Ophaling begin, Leverancier leverancier) throws InterruptedException {
        Ophaling rij = begin;
        int wisselingen = 0;
        while (rij.toestand() == Toestand.GEPLAND) {
            int pagina = boek.paginas(rij).size() + 1;
            if (rij.paginas() > 0 && pagina > rij.paginas()) {
                return boek.naar(rij, Toestand.OPGEHAALD);
            }
            Optional<Mislukking> dicht = wachtOpVenster(leverancier);
            if (dicht.isPresent()) {
                return boek.mislukt(rij, dicht.get());
            }
            Ophaling nu = rij;
            Afloop<Antwoord.Echt> afloop = volharding.probeer(
                    () -> probeer(nu, leverancier, pagina), mislukking -> boek.mislukt(nu, mislukking));
            switch (afloop) {
                case Afloop.Gestopt<Antwoord.Echt>(Mislukking mislukking) -> {
                    return boek.mislukt(rij, mislukking);
                }
                case Afloop.Klaar<Antwoord.Echt>(Antwoord.Echt echt) -> {
                    melder.bij(leverancier.naam(), "pagina-" + pagina + "-verzegeld");
                    boolean gewisseld = pagina > 1 && !echt.aangeleverd().equals(rij.aangeleverd());
                    if (gewisseld) {
                        Ophaling oud = rij;
                        echt.bestanden().forEach(naam -> houd(oud, naam, "antwoord", "momentopname-gewisseld"));
                        wisselingen++;
                    }
                    if (wisselingen >= MEESTE_MOMENTOPNAMEN) {
                        return boek.mislukt(
                                boek.opnieuw(rij),
                                volharding.mislukking("momentopname-wisselt", wisselingen, instelling.opnieuwNa()));
                    }
                    rij = gewisseld ? boek.opnieuw(rij) : bewaar(rij, pagina, echt);
                    melder.bij(leverancier.naam(), "pagina-" + pagina + "-bewaard");
                    melder.pagina(leverancier.naam(), pagina, rij.paginas(), echt.grootte());
                }
            }
        }
        return rij;
    }

    private Optional<Mislukking> wachtOpVenster(Leverancier leverancier) throws InterruptedException {
        Optional<Duration> wacht = leverancier.vensters().totOpen(clock.instant());
        if (wacht.filter(duur -> duur.compareTo(instelling.langsteWacht()) <= 0).isEmpty()) {
            return Optional.of(volharding.mislukking("buiten-venster", 0, wacht.orElse(instelling.opnieuwNa())));
        }
        if (!wacht.get().isZero()) {
            wachter.wacht(wacht.get());
        }
        return Optional.empty();
    }

    private Uitkomst<Antwoord.Echt> probeer(Ophaling rij, Leverancier leverancier, int pagina) throws IOException {
        String bestand = rij.bestand("pagina-" + pagina + "-" + clock.instant().toEpochMilli());
        Antwoord antwoord;
        try {
            antwoord = verzoek.vraag(leverancier, rij.periode(), pagina, bestand);
        } catch (TeTraag traag) {
            telling.tel(leverancier.naam(), "gegevens", traag.reden());
            throw traag;
        } catch (GeenToken geweigerd) {
            telling.tel(leverancier.naam(), "gegevens", geweigerd.reden());
            throw geweigerd;
        } catch (IOException verbroken) {
            telling.tel(leverancier.naam(), "gegevens", "geen-verbinding");
            throw verbroken;
        }
        return switch (antwoord) {
            case Antwoord.Geweigerd(int status, String reden, Optional<Duration> wacht) -> {
                telling.tel(leverancier.naam(), "gegevens", reden);
                boolean later = status == 429 || status >= 500 || status == 408;
                yield later ? new Uitkomst.Later<>(reden, wacht) : new Uitkomst.Nooit<>(reden);
            }
            case Antwoord.Onverstuurd(String reden, boolean later) -> {
                telling.tel(leverancier.naam(), "gegevens", reden);
                yield later ? new Uitkomst.Later<>(reden, Optional.empty()) : new Uitkomst.Nooit<>(reden);
            }
            case Antwoord.Onecht(String bij, String reden, boolean onzeSchuld) -> {
                telling.tel(leverancier.naam(), "gegevens", reden);
                houd(rij, bij, "quarantaine", reden);
                yield onzeSchuld ? new Uitkomst.Later<>(reden, Optional.empty()) : new Uitkomst.Nooit<>(reden);
            }
            case Antwoord.Echt echt -> {
                telling.tel(leverancier.naam(), "gegevens", "geleverd");
                if (echt.paginas().orElse(1) <= instelling.meestePaginas()) {
                    yield new Uitkomst.Gelukt<>(echt);
                }
                echt.bestanden().forEach(naam -> houd(rij, naam, "quarantaine", "te-veel-paginas"));
                yield new Uitkomst.Nooit<>("te-veel-paginas");
            }
        };
    }

    /// Notes a sealed answer that is not used, so that it goes away in time like all others.
    private void houd(Ophaling rij, String bestand, String soort, String oordeel) {
        boek.wijzig(rij, db -> {
            boek.bewijs(db, rij, bestand, soort, oordeel);
            return true;
        });
    }

    private Ophaling bewaar(Ophaling rij, int pagina, Antwoord.Echt echt) {
        return boek.wijzig(rij, db -> {
            Instant nu = clock.instant();
            int nieuw = db.execute(
                    "INSERT INTO pagina (ophaling, nummer, bestand, sha256, grootte, ondertekenaar, ondertekend_op,"
                            + " ontvangen) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    rij.id(),
                    pagina,
                    echt.bestand(),
                    echt.handtekening().sha256(),
                    echt.grootte(),
                    echt.handtekening().oin(),
                    Boekhouding.op(echt.handtekening().signedAt()),
                    Boekhouding.op(nu));
            if (nieuw == 0) {
                return false; // another process works on the same row and was first
            }
            echt.bestanden().forEach(naam -> boek.bewijs(db, rij, naam, "antwoord", "goed"));
            if (pagina == 1) {
                db.createUpdate("UPDATE ophaling SET paginas = :paginas, aangeleverd = :aangeleverd,"
                                + " ontvangen = :nu WHERE id = :id")
                        .bind("paginas", echt.paginas().orElse(1))
                        .bindByType(
                                "aangeleverd",
                                echt.aangeleverd().map(Boekhouding::op).orElse(null),
                                OffsetDateTime.class)
                        .bind("nu", Boekhouding.op(nu))
                        .bind("id", rij.id())
                        .execute();
            }
            return db.execute(
                            "UPDATE ophaling SET reden = NULL, pogingen = 0, volgende = NULL, gewijzigd = ?"
                                    + " WHERE id = ?",
                            Boekhouding.op(nu),
                            rij.id())
                    == 1;
        });
    }

    /// Pages of a row, as the check reads them.
    static List<Pagina> lees(List<Boekhouding.Pagina> paginas, Bewijs bewijs) {
        return paginas.stream()
                .map(pagina -> new Pagina(OptionalInt.of(pagina.nummer()), bewijs.inhoud(pagina.bestand())))
                .toList();
    }
}

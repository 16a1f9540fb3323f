// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.model.Paginering;
import nl.ddas.levering.toets.Pagina;
import nl.ddas.levering.verkeer.Antwoordkeuring;
import nl.ddas.levering.verzamelaar.Paginavraag.Antwoord;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Ophalen;
import nl.ddas.levering.verzamelaar.Volharding.Afloop;

/// Gets the pages that are not in yet. A page is sealed and synced before the row says that it is there.
final class Ophaalstap implements Stap {

    /// Suppliers whose snapshot changes more often while it is collected must look at that first.
    private static final int MEESTE_MOMENTOPNAMEN = 3;

    /// With so few trajecten a page is never too large; who refuses it too has another reason.
    private static final int KLEINSTE_PAGINA = 100;

    private static final int NIET_TE_LEVEREN = 422;

    private final Boekhouding boek;
    private final Paginavraag verzoek;
    private final Volharding volharding;
    private final Verzoektelling telling;
    private final Ophalen instelling;
    private final Melder melder;

    /// @param volharding how often and how long is tried; knows the time too
    Ophaalstap(
            Boekhouding boek,
            Paginavraag verzoek,
            Volharding volharding,
            Verzoektelling telling,
            Ophalen instelling,
            Melder melder) {
        this.boek = boek;
        this.verzoek = verzoek;
        this.volharding = volharding;
        this.telling = telling;
        this.instelling = instelling;
        this.melder = melder;
    }

    /// A row on its way.
    ///
    /// @param wisselingen how often the snapshot of the supplier changed during this step
    /// @param verder whether the next page can be asked for
    private record Stand(Ophaling rij, int wisselingen, boolean verder) {
        static Stand van(Ophaling rij, int wisselingen) {
            return new Stand(rij, wisselingen, rij.toestand() == Toestand.GEPLAND);
        }

        Stand gestopt(Ophaling nieuw) {
            return new Stand(nieuw, wisselingen, false);
        }
    }

    /// What an attempt came to that is not done again.
    private sealed interface Binnen {
        record Bladzij(Antwoord.Echt echt) implements Binnen {}

        /// The supplier gives no pages of this size.
        record TeGroot() implements Binnen {}
    }

    @Override
    public Ophaling zet(Ophaling begin, Leverancier leverancier) throws InterruptedException {
        Stand stand = Stand.van(begin, 0);
        while (stand.verder()) {
            stand = volgende(stand, leverancier);
        }
        return stand.rij();
    }

    private Stand volgende(Stand stand, Leverancier leverancier) throws InterruptedException {
        Ophaling rij = stand.rij();
        int pagina = boek.paginas(rij).size() + 1;
        if (rij.paginas() > 0 && pagina > rij.paginas()) {
            return stand.gestopt(boek.naar(rij, Toestand.OPGEHAALD));
        }
        Optional<Mislukking> dicht = wachtOpVenster(leverancier);
        if (dicht.isPresent()) {
            return stand.gestopt(boek.mislukt(rij, dicht.get()));
        }
        Afloop<Binnen> afloop = volharding.probeer(
                () -> probeer(rij, leverancier, pagina), mislukking -> boek.mislukt(rij, mislukking));
        return switch (afloop) {
            case Afloop.Gestopt<Binnen>(Mislukking mislukking) -> stand.gestopt(boek.mislukt(rij, mislukking));
            case Afloop.Klaar<Binnen>(Binnen.TeGroot _) -> kleiner(stand, leverancier);
            case Afloop.Klaar<Binnen>(Binnen.Bladzij(Antwoord.Echt echt)) -> bewaar(stand, leverancier, pagina, echt);
        };
    }

    private Stand bewaar(Stand stand, Leverancier leverancier, int pagina, Antwoord.Echt echt) {
        Ophaling rij = stand.rij();
        melder.bij(leverancier.naam(), "pagina-" + pagina + "-verzegeld");
        boolean gewisseld = pagina > 1 && !echt.aangeleverd().equals(rij.aangeleverd());
        Stand nieuw =
                gewisseld ? wissel(stand, echt) : Stand.van(boek.bewaarPagina(rij, pagina, echt), stand.wisselingen());
        if (nieuw.verder()) {
            melder.bij(leverancier.naam(), "pagina-" + pagina + "-bewaard");
            melder.pagina(leverancier.naam(), pagina, nieuw.rij().paginas(), echt.grootte());
        }
        return nieuw;
    }

    /// Begins anew with pages of half the size. What stands on a page depends on the size of all pages, so those
    /// that are in count no more: else a traject could stand on two of them, or on none.
    private Stand kleiner(Stand stand, Leverancier leverancier) {
        Ophaling rij = stand.rij();
        int nu = rij.paginagrootte().orElse(Paginering.VOLLE_PAGINA);
        if (nu <= KLEINSTE_PAGINA) {
            return stand.gestopt(
                    boek.mislukt(rij, volharding.mislukking(Weigerreden.PAGINA_TE_GROOT, 1, instelling.opnieuwNa())));
        }
        int grootte = Math.max(nu / 2, KLEINSTE_PAGINA);
        Ophaling opnieuw = boek.kleiner(rij, grootte);
        melder.bij(leverancier.naam(), "pagina-grootte-" + grootte);
        melder.voortgang().kleinerePaginas(leverancier.naam(), grootte);
        return Stand.van(opnieuw, stand.wisselingen());
    }

    /// The supplier has another snapshot than the pages that are in: these count no more.
    private Stand wissel(Stand stand, Antwoord.Echt echt) {
        houd(stand.rij(), echt, "antwoord", "momentopname-gewisseld");
        int wisselingen = stand.wisselingen() + 1;
        Ophaling opnieuw = boek.opnieuw(stand.rij());
        if (wisselingen < MEESTE_MOMENTOPNAMEN) {
            return Stand.van(opnieuw, wisselingen);
        }
        Mislukking wisselt =
                volharding.mislukking(Reden.MOMENTOPNAME_WISSELT.code(), wisselingen, instelling.opnieuwNa());
        return stand.gestopt(boek.mislukt(opnieuw, wisselt));
    }

    /// Waits until the supplier may be asked; why not, when that takes too long.
    private Optional<Mislukking> wachtOpVenster(Leverancier leverancier) throws InterruptedException {
        Optional<Duration> wacht = leverancier.vensters().totOpen(volharding.nu());
        if (wacht.filter(duur -> duur.compareTo(instelling.langsteWacht()) <= 0).isEmpty()) {
            return Optional.of(
                    volharding.mislukking(Reden.BUITEN_VENSTER.code(), 0, wacht.orElse(instelling.opnieuwNa())));
        }
        volharding.wacht(wacht.get());
        return Optional.empty();
    }

    private Uitkomst<Binnen> probeer(Ophaling rij, Leverancier leverancier, int pagina) throws IOException {
        String bestand = rij.bestand("pagina-" + pagina + "-" + volharding.nu().toEpochMilli());
        Antwoord antwoord = vraag(rij, leverancier, pagina, bestand);
        telling.tel(leverancier.naam(), "gegevens", antwoord.reden());
        return switch (antwoord) {
            case Antwoord.Geweigerd geweigerd -> na(geweigerd);
            case Antwoord.Onverstuurd(String reden, boolean later) -> na(reden, later);
            case Antwoord.Onecht(String bij, String reden, boolean onzeSchuld) -> {
                houd(rij, bij, "quarantaine", reden);
                yield na(reden, onzeSchuld);
            }
            case Antwoord.Echt echt -> na(rij, echt);
        };
    }

    private Antwoord vraag(Ophaling rij, Leverancier leverancier, int pagina, String bestand) throws IOException {
        try {
            return verzoek.vraag(
                    leverancier, new Paginavraag.Vraag(rij.periode(), pagina, rij.paginagrootte()), bestand);
        } catch (TeTraag traag) {
            telling.tel(leverancier.naam(), "gegevens", traag.reden());
            throw traag;
        } catch (GeenToken geweigerd) {
            telling.tel(leverancier.naam(), "gegevens", geweigerd.reden());
            throw geweigerd;
        } catch (IOException verbroken) {
            telling.tel(leverancier.naam(), "gegevens", Reden.GEEN_VERBINDING.code());
            throw verbroken;
        }
    }

    private static Uitkomst<Binnen> na(Antwoord.Geweigerd geweigerd) {
        int status = geweigerd.status();
        if (status == NIET_TE_LEVEREN && geweigerd.reden().equals(Weigerreden.PAGINA_TE_GROOT)) {
            return new Uitkomst.Gelukt<>(new Binnen.TeGroot());
        }
        return Antwoordkeuring.kanLater(status)
                ? new Uitkomst.Later<>(geweigerd.reden(), geweigerd.wacht())
                : new Uitkomst.Nooit<>(geweigerd.reden());
    }

    private static Uitkomst<Binnen> na(String reden, boolean later) {
        return later ? new Uitkomst.Later<>(reden, Optional.empty()) : new Uitkomst.Nooit<>(reden);
    }

    private Uitkomst<Binnen> na(Ophaling rij, Antwoord.Echt echt) {
        if (echt.paginas().orElse(1) <= instelling.meestePaginas()) {
            return new Uitkomst.Gelukt<>(new Binnen.Bladzij(echt));
        }
        houd(rij, echt, "quarantaine", Reden.TE_VEEL_PAGINAS.code());
        return new Uitkomst.Nooit<>(Reden.TE_VEEL_PAGINAS.code());
    }

    private void houd(Ophaling rij, Antwoord.Echt echt, String soort, String oordeel) {
        echt.bestanden().forEach(naam -> houd(rij, naam, soort, oordeel));
    }

    /// Notes a sealed answer that is not used, so that it goes away in time like all others.
    private void houd(Ophaling rij, String bestand, String soort, String oordeel) {
        boek.wijzig(rij, db -> {
            boek.bewijs(db, rij, bestand, soort, oordeel);
            return true;
        });
    }

    /// Pages of a row, as the check reads them.
    static List<Pagina> lees(List<Boekhouding.Pagina> paginas, Bewijs bewijs) {
        return paginas.stream()
                .map(pagina -> new Pagina(OptionalInt.of(pagina.nummer()), bewijs.inhoud(pagina.bestand())))
                .toList();
    }
}

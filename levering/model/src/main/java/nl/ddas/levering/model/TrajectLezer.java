// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one [Schuldhulptraject]; the walk stands on its opening brace.
final class TrajectLezer {

    /// More than these are counted no further: they would say nothing new about this traject.
    private static final int MEESTE_AFWIJKINGEN = 1_000;

    private final Veldlezer v;
    private final TrajectdelenLezer delen;

    TrajectLezer(Veldlezer v) {
        this.v = v;
        this.delen = new TrajectdelenLezer(v);
    }

    Schuldhulptraject lees() throws IOException {
        List<Afwijking> afwijkingen = new ArrayList<>(0);
        v.begin((afwijking, plek) -> {
            if (afwijkingen.size() < MEESTE_AFWIJKINGEN) {
                afwijkingen.add(afwijking);
            }
        });
        Deel deel = new Deel();
        while (v.volgende()) {
            if (!enkel(deel) && !fase(deel) && !lijst(deel)) {
                v.onbekend();
            }
        }
        return deel.traject(afwijkingen);
    }

    private boolean enkel(Deel t) throws IOException {
        switch (v.veld()) {
            case GEMEENTECODE -> t.gemeentecode = v.tekst();
            case STARTDATUM -> t.startdatum = v.datum();
            case EINDDATUM -> t.einddatum = v.datum();
            case TOEKENNINGSDATUM -> t.toekenningsdatum = v.datum();
            case OMSCHRIJVING -> t.omschrijving = v.tekst();
            case TOTAAL_SCHULDBEDRAG -> t.totaalSchuldbedrag = v.geheel();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean fase(Deel t) throws IOException {
        switch (v.veld()) {
            case AANMELDING -> t.aanmelding = v.object(delen::aanmelding);
            case INTAKE -> t.intake = v.object(delen::intake);
            case PLAN_VAN_AANPAK -> t.planVanAanpak = v.object(delen::planVanAanpak);
            case STABILISATIE -> t.stabilisatie = v.object(delen::periode);
            case SCHULDREGELING -> t.schuldregeling = v.object(delen::schuldregeling);
            case OPLOSSING -> t.oplossing = v.object(delen::oplossing);
            case NAZORG -> t.nazorg = v.object(delen::periode);
            case INFORMATIE_EN_ADVIES -> t.informatieEnAdvies = v.object(delen::periode);
            case UITSTROOM -> t.uitstroom = v.object(delen::uitstroom);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean lijst(Deel t) throws IOException {
        switch (v.veld()) {
            case CLIENT -> t.client = v.lijst(delen::client, Leeg.CLIENT);
            case BEGELEIDING -> t.begeleiding = v.lijst(delen::begeleiding, Leeg.BEGELEIDING);
            case CRISISINTERVENTIES -> t.crisisinterventies = v.lijst(delen::periode, Leeg.PERIODE);
            case MORATORIA -> t.moratoria = v.lijst(delen::moratorium, Leeg.MORATORIUM);
            case VOORLOPIGE_VOORZIENINGEN -> t.voorzieningen = v.lijst(delen::periode, Leeg.PERIODE);
            case SCHULDEN -> t.schulden = v.lijst(delen::schuld, Leeg.SCHULD);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The fields of one traject while it is being read.
    private static final class Deel {
        private Optional<String> gemeentecode = Optional.empty();
        private Optional<LocalDate> startdatum = Optional.empty();
        private Optional<LocalDate> einddatum = Optional.empty();
        private Optional<LocalDate> toekenningsdatum = Optional.empty();
        private Optional<String> omschrijving = Optional.empty();
        private Optional<Long> totaalSchuldbedrag = Optional.empty();
        private List<Client> client = List.of();
        private Optional<Aanmelding> aanmelding = Optional.empty();
        private Optional<Intake> intake = Optional.empty();
        private Optional<PlanVanAanpak> planVanAanpak = Optional.empty();
        private Optional<Periode> stabilisatie = Optional.empty();
        private Optional<Schuldregeling> schuldregeling = Optional.empty();
        private Optional<Oplossing> oplossing = Optional.empty();
        private Optional<Periode> nazorg = Optional.empty();
        private Optional<Periode> informatieEnAdvies = Optional.empty();
        private List<Begeleiding> begeleiding = List.of();
        private List<Periode> crisisinterventies = List.of();
        private List<Moratorium> moratoria = List.of();
        private List<Periode> voorzieningen = List.of();
        private List<Schuld> schulden = List.of();
        private Optional<Uitstroom> uitstroom = Optional.empty();

        private Schuldhulptraject traject(List<Afwijking> afwijkingen) {
            return new Schuldhulptraject(
                    gemeentecode,
                    startdatum,
                    einddatum,
                    toekenningsdatum,
                    omschrijving,
                    totaalSchuldbedrag,
                    client,
                    aanmelding,
                    intake,
                    planVanAanpak,
                    stabilisatie,
                    schuldregeling,
                    oplossing,
                    nazorg,
                    informatieEnAdvies,
                    begeleiding,
                    crisisinterventies,
                    moratoria,
                    voorzieningen,
                    schulden,
                    uitstroom,
                    afwijkingen);
        }
    }
}

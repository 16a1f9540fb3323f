// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.ddas.levering.generator.Verloop.Uitkomst;
import nl.ddas.levering.model.Aanmelding;
import nl.ddas.levering.model.Begeleiding;
import nl.ddas.levering.model.Begeleidingssoort;
import nl.ddas.levering.model.Beschikkingssoort;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Intake;
import nl.ddas.levering.model.Moratorium;
import nl.ddas.levering.model.Oplossing;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.PlanVanAanpak;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Schuldregeling;
import nl.ddas.levering.model.Uitstroom;
import nl.ddas.levering.model.Uitstroomreden;

/// A traject as one organisation knows it on one day: what comes later is not in it, what was known earlier
/// stays.
///
/// @param peil last day that is known, see [Dagen]
record Trajectstand(Huishouden huishouden, int peil) {

    private static final Optional<String> TOELICHTING = Optional.of("Reden past niet in de lijst.");

    Schuldhulptraject van(Geval geval, Rol rol, Gemeente gemeente) {
        Verloop v = geval.verloop();
        boolean regie = rol == Rol.ALLES || rol == Rol.REGISSEUR;
        boolean uitvoering = rol == Rol.ALLES || rol == Rol.UITVOERDER;
        Bijzaken bij = Bijzaken.trek(geval, rol);
        Optional<Schuldenlijst> schulden = uitvoering && v.pad().gestabiliseerd() && v.plan() <= peil
                ? Optional.of(Schuldenlijst.trek(geval.zaad().met(2).toeval(), v.gesprek(), v.plan()))
                : Optional.empty();
        return new Schuldhulptraject(
                Optional.of(gemeente.code().opDraad()),
                dag(rol.start(v)),
                dag(v.einde()),
                uitvoering ? dag(v.regeling().toegekendOp()) : Optional.empty(),
                Optional.empty(),
                schulden.map(Schuldenlijst::totaal),
                huishouden.clienten(geval, gemeente),
                Optional.of(aanmelding(v, rol)),
                regie ? intake(v) : Optional.empty(),
                regie ? dag(v.plan()).map(d -> new PlanVanAanpak(Optional.of(d))) : Optional.empty(),
                uitvoering ? periode(v.stabilisatie(), v.stabilisatieEind()) : Optional.empty(),
                uitvoering ? schuldregeling(v, bij) : Optional.empty(),
                uitvoering ? oplossing(v, bij) : Optional.empty(),
                uitvoering ? periode(v.uitvoering().nazorg(), v.einde()) : Optional.empty(),
                advies(v, rol),
                begeleiding(bij),
                perioden(regie ? bij.crises() : List.of()),
                moratoria(uitvoering ? bij.moratoria() : List.of()),
                perioden(regie ? bij.voorzieningen() : List.of()),
                schulden.map(Schuldenlijst::schulden).orElse(List.of()),
                uitstroom(v),
                List.of());
    }

    private Optional<LocalDate> dag(int dag) {
        return dag > peil ? Optional.empty() : Dagen.datum(dag);
    }

    private Optional<Periode> periode(int start, int eind) {
        return start > peil ? Optional.empty() : Optional.of(new Periode(dag(start), dag(eind)));
    }

    private Aanmelding aanmelding(Verloop v, Rol rol) {
        boolean crisis = v.crisis() && (rol == Rol.ALLES || rol == Rol.REGISSEUR);
        int eind =
                switch (rol) {
                    case ALLES, REGISSEUR, TWEEDE_GEMEENTE -> v.gesprek();
                    case UITVOERDER -> v.stabilisatie();
                };
        return new Aanmelding(Optional.of(crisis), new Periode(dag(rol.start(v)), dag(eind)));
    }

    private Optional<Intake> intake(Verloop v) {
        if (v.pad() == Pad.ADVIES || v.gesprek() > peil) {
            return Optional.empty();
        }
        Beschikkingssoort soort = v.pad().toegelaten()
                ? Beschikkingssoort.TOELATINGSBESCHIKKING
                : Beschikkingssoort.AFWIJZINGSBESCHIKKING;
        Optional<LocalDate> besluit = dag(v.beschikking());
        Periode duur = new Periode(dag(v.gesprek()), dag(Math.min(v.beschikking(), v.einde())));
        return Optional.of(new Intake(duur, besluit, besluit.map(b -> soort)));
    }

    private Optional<Schuldregeling> schuldregeling(Verloop v, Bijzaken bij) {
        Verloop.Regeling r = v.regeling();
        if (r.aanvraag() > peil) {
            return Optional.empty();
        }
        boolean beslist = r.dag() <= peil;
        Optional<Uitkomst> dwang = r.uitkomst().filter(Predicate.isEqual(Uitkomst.DWANGAKKOORD));
        return Optional.of(new Schuldregeling(
                dag(r.aanvraag()),
                dag(r.toegekendOp()),
                dag(r.op(Uitkomst.AFGEWEZEN)),
                dag(r.op(Uitkomst.INGETROKKEN)),
                beslist ? Optional.of(dwang.isPresent()) : Optional.empty(),
                beslist && dwang.isPresent() ? dag(bij.verzoekDwangakkoord()) : Optional.empty()));
    }

    private Optional<Oplossing> oplossing(Verloop v, Bijzaken bij) {
        Verloop.Uitvoering u = v.uitvoering();
        return periode(u.start(), u.eind()).map(p -> new Oplossing(p, Optional.of(bij.vtlb()), u.soort()));
    }

    private Optional<Periode> advies(Verloop v, Rol rol) {
        return (v.pad() == Pad.ADVIES && rol != Rol.UITVOERDER) || rol == Rol.TWEEDE_GEMEENTE
                ? periode(v.gesprek(), v.einde())
                : Optional.empty();
    }

    private List<Begeleiding> begeleiding(Bijzaken bij) {
        List<Begeleiding> lijst = new ArrayList<>(bij.begeleiding().size());
        for (Bijzaken.Hulp hulp : bij.begeleiding()) {
            Optional<Begeleidingssoort> soort = Optional.of(hulp.soort());
            periode(hulp.duur().start(), hulp.duur().eind()).ifPresent(p -> lijst.add(new Begeleiding(p, soort)));
        }
        return lijst;
    }

    private List<Periode> perioden(List<Bijzaken.Duur> duren) {
        return duren.stream()
                .flatMap(d -> periode(d.start(), d.eind()).stream())
                .toList();
    }

    private List<Moratorium> moratoria(List<Bijzaken.Duur> duren) {
        return duren.stream()
                .flatMap(d -> periode(d.start(), d.eind()).stream()
                        .map(p -> new Moratorium(dag(d.start() - 9), dag(d.start() - 2), p)))
                .toList();
    }

    private Optional<Uitstroom> uitstroom(Verloop v) {
        Optional<String> toelichting = v.reden() == Uitstroomreden.OVERIG ? TOELICHTING : Optional.empty();
        return dag(v.einde()).map(d -> {
            Optional<LocalDate> op = Optional.of(d);
            return new Uitstroom(op, op, toelichting, Optional.of(v.reden()));
        });
    }
}

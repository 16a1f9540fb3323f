// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.ddas.levering.model.Aanmelding;
import nl.ddas.levering.model.Begeleiding;
import nl.ddas.levering.model.Begeleidingssoort;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Intake;
import nl.ddas.levering.model.Moratorium;
import nl.ddas.levering.model.Oplossing;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.PlanVanAanpak;
import nl.ddas.levering.model.Schuld;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Schuldregeling;
import nl.ddas.levering.model.Uitstroom;

/// Makes one traject of the sources of a group and keeps for each field where it came from. A pure function.
public final class Samenvoeger {
    private static final String NABIJ_GEMEENTE = "bron die er het dichtst bij staat (de gemeente), dan de nieuwste";
    private static final String NABIJ_UITVOERDER = "bron die er het dichtst bij staat (de uitvoerder), dan de nieuwste";

    /// Merges the sources of a group.
    ///
    /// @param bijdragen one for each source of the group, in any order
    public GecombineerdTraject voegSamen(Groep groep, List<Bijdrage> bijdragen) {
        List<Bijdrage> gesorteerd = bijdragen.stream()
                .sorted(Comparator.comparing(bijdrage -> bijdrage.bron().plaats()))
                .toList();
        if (gesorteerd.size() == 1) {
            Schuldhulptraject enige = gesorteerd.getFirst().traject();
            return new GecombineerdTraject(groep, gesorteerd, enige, Map.of(), 0, 0, false);
        }
        Veldkeuze keuze = new Veldkeuze(gesorteerd);
        Clientkeuze clienten = new Clientkeuze(gesorteerd);
        Schuldhulptraject samen = traject(groep, keuze, new Fasekeuze(keuze), clienten.clienten());
        return new GecombineerdTraject(
                groep,
                gesorteerd,
                samen,
                Collections.unmodifiableMap(keuze.velden()),
                keuze.gedeeld(),
                keuze.gelijk(),
                clienten.heeftIdentiteitsconflict());
    }

    private static Schuldhulptraject traject(Groep groep, Veldkeuze keuze, Fasekeuze fasen, List<Client> clienten) {
        Optional<LocalDate> start = keuze.vroegste("startdatum", Schuldhulptraject::startdatum);
        Optional<Schuldregeling> regeling = schuldregeling(keuze);
        return new Schuldhulptraject(
                gemeente(groep, keuze),
                start,
                einddatum(groep, keuze),
                toekenningsdatum(keuze, regeling),
                Optional.empty(),
                schuldbedrag(keuze),
                clienten,
                aanmelding(keuze, fasen),
                intake(keuze, fasen),
                heeft(keuze, Schuldhulptraject::planVanAanpak)
                        .map(plan ->
                                new PlanVanAanpak(keuze.vroegste("planVanAanpak.datumAfronding", t -> t.planVanAanpak()
                                        .flatMap(PlanVanAanpak::datumAfronding)))),
                fasen.fase("stabilisatie", Schuldhulptraject::stabilisatie),
                regeling,
                oplossing(keuze, fasen),
                fasen.fase("nazorg", Schuldhulptraject::nazorg),
                fasen.fase("informatieEnAdvies", Schuldhulptraject::informatieEnAdvies),
                begeleiding(keuze),
                Fasekeuze.verenig(alle(keuze, t -> t.crisisinterventies().stream())),
                moratoria(keuze),
                Fasekeuze.verenig(alle(keuze, t -> t.voorlopigeVoorzieningen().stream())),
                schulden(keuze),
                uitstroom(keuze),
                List.of());
    }

    private static Optional<String> gemeente(Groep groep, Veldkeuze keuze) {
        List<Veldkeuze.Kandidaat<String>> bekend =
                keuze.kandidaten(t -> t.gemeente().map(Gemeentecode::code));
        boolean verschil =
                bekend.stream().map(Veldkeuze.Kandidaat::waarde).distinct().count() > 1;
        return keuze.zet(
                        "gemeentecode",
                        bekend,
                        new Veldkeuze.Keuze<>(
                                groep.gemeente().map(Gemeentecode::code),
                                "de bekende gemeente; bij meer die zelf levert, dan de vroegste start",
                                verschil,
                                Object::equals))
                .or(() -> Optional.of(Gemeentecode.ONBEKEND));
    }

    private static Optional<LocalDate> einddatum(Groep groep, Veldkeuze keuze) {
        List<Veldkeuze.Kandidaat<LocalDate>> einden = keuze.bijdragen().stream()
                .flatMap(bijdrage -> bijdrage.bron().looptijd().einddatum().stream()
                        .map(datum -> new Veldkeuze.Kandidaat<>(bijdrage, datum)))
                .toList();
        boolean half = !einden.isEmpty() && einden.size() < keuze.bijdragen().size();
        return keuze.zet(
                "einddatum",
                einden,
                new Veldkeuze.Keuze<>(
                        groep.looptijd().einddatum(),
                        half ? "leeg: een bron is nog open" : "laatste datum",
                        half,
                        Veldkeuze::bijnaGelijk));
    }

    private static Optional<LocalDate> toekenningsdatum(Veldkeuze keuze, Optional<Schuldregeling> regeling) {
        Optional<LocalDate> toegekend = regeling.flatMap(Schuldregeling::toegekend);
        List<Veldkeuze.Kandidaat<LocalDate>> alle = keuze.kandidaten(Schuldhulptraject::toekenningsdatum);
        Optional<LocalDate> gekozen = toegekend.or(
                () -> alle.stream().map(Veldkeuze.Kandidaat::waarde).min(Comparator.naturalOrder()));
        boolean verschil =
                alle.stream().map(Veldkeuze.Kandidaat::waarde).distinct().count() > 1;
        return keuze.zet(
                "toekenningsdatum",
                alle,
                new Veldkeuze.Keuze<>(
                        gekozen,
                        toegekend.isPresent() ? "de datum toegekend van de gekozen schuldregeling" : "vroegste datum",
                        verschil,
                        Veldkeuze::bijnaGelijk));
    }

    private static Optional<Long> schuldbedrag(Veldkeuze keuze) {
        List<Veldkeuze.Kandidaat<Long>> alle = keuze.kandidaten(Schuldhulptraject::totaalSchuldbedragBijAanvangSchuld);
        Optional<Long> gekozen = alle.stream()
                .min(Comparator.comparing(Veldkeuze.Kandidaat::van, Rangorde.vroegste()))
                .map(Veldkeuze.Kandidaat::waarde);
        boolean uiteen = Schuldkeuze.lopenUiteen(
                alle.stream().map(Veldkeuze.Kandidaat::waarde).toList());
        return keuze.zet(
                "totaalSchuldbedragBijAanvangSchuld",
                alle,
                new Veldkeuze.Keuze<>(
                        gekozen,
                        "bedrag van de bron die het eerst begon; nooit opgeteld",
                        uiteen,
                        (een, twee) -> !Schuldkeuze.lopenUiteen(List.of(een, twee))));
    }

    private static Optional<Aanmelding> aanmelding(Veldkeuze keuze, Fasekeuze fasen) {
        return fasen.fase("aanmelding", t -> t.aanmelding().map(Aanmelding::periode))
                .map(periode -> new Aanmelding(
                        keuze.eenJa("aanmelding.crisisinterventie", t -> t.aanmelding()
                                .flatMap(Aanmelding::crisisinterventie)),
                        periode));
    }

    private static Optional<Intake> intake(Veldkeuze keuze, Fasekeuze fasen) {
        Comparator<Bijdrage> rang = Rangorde.opsomming(Rangorde.GEMEENTE, t -> t.intake()
                .map(fase -> telling(fase.beschikkingsdatum(), fase.beschikkingssoort()))
                .orElse(0));
        return fasen.fase("intake", t -> t.intake().map(Intake::periode))
                .map(periode -> new Intake(
                        periode,
                        keuze.vroegste(
                                "intake.beschikkingsdatum", t -> t.intake().flatMap(Intake::beschikkingsdatum)),
                        keuze.eerste(
                                "intake.beschikkingssoort",
                                t -> t.intake().flatMap(Intake::beschikkingssoort),
                                rang,
                                NABIJ_GEMEENTE)));
    }

    /// Toegekend, afgewezen and ingetrokken come from one source as a set: mixed they could contradict.
    private static Optional<Schuldregeling> schuldregeling(Veldkeuze keuze) {
        record Uitkomst(Optional<LocalDate> toegekend, Optional<LocalDate> afgewezen, Optional<LocalDate> ingetrokken) {
            @Override
            public String toString() {
                return "toegekend " + toegekend.map(LocalDate::toString).orElse("-") + ", afgewezen "
                        + afgewezen.map(LocalDate::toString).orElse("-") + ", ingetrokken "
                        + ingetrokken.map(LocalDate::toString).orElse("-");
            }
        }
        Comparator<Bijdrage> rang = Rangorde.geheel(Rangorde.UITVOERDER, t -> t.schuldregeling()
                .map(r -> telling(r.toegekend(), r.afgewezen(), r.ingetrokken()))
                .orElse(0));
        return heeft(keuze, Schuldhulptraject::schuldregeling).map(enige -> {
            Optional<Uitkomst> uitkomst = keuze.eerste(
                    "schuldregeling.uitkomst",
                    t -> t.schuldregeling()
                            .filter(r -> telling(r.toegekend(), r.afgewezen(), r.ingetrokken()) > 0)
                            .map(r -> new Uitkomst(r.toegekend(), r.afgewezen(), r.ingetrokken())),
                    rang,
                    "de nieuwste bron, als geheel");
            return new Schuldregeling(
                    keuze.vroegste(
                            "schuldregeling.datum", t -> t.schuldregeling().flatMap(Schuldregeling::datum)),
                    uitkomst.flatMap(Uitkomst::toegekend),
                    uitkomst.flatMap(Uitkomst::afgewezen),
                    uitkomst.flatMap(Uitkomst::ingetrokken),
                    keuze.eenJa("schuldregeling.dwangakkoord", t -> t.schuldregeling()
                            .flatMap(Schuldregeling::dwangakkoord)),
                    keuze.vroegste("schuldregeling.datumVerzoekDwangakkoord", t -> t.schuldregeling()
                            .flatMap(Schuldregeling::datumVerzoekDwangakkoord)));
        });
    }

    private static Optional<Oplossing> oplossing(Veldkeuze keuze, Fasekeuze fasen) {
        Comparator<Bijdrage> rang = Rangorde.opsomming(
                Rangorde.UITVOERDER,
                t -> t.oplossing().map(o -> telling(o.vtlb(), o.soort())).orElse(0));
        return fasen.fase("oplossing", t -> t.oplossing().map(Oplossing::periode))
                .map(periode -> new Oplossing(
                        periode,
                        keuze.eerste(
                                "oplossing.vtlb", t -> t.oplossing().flatMap(Oplossing::vtlb), rang, NABIJ_UITVOERDER),
                        keuze.eerste(
                                "oplossing.soort",
                                t -> t.oplossing().flatMap(Oplossing::soort),
                                rang,
                                NABIJ_UITVOERDER)));
    }

    private static Optional<Uitstroom> uitstroom(Veldkeuze keuze) {
        Comparator<Bijdrage> rang = Rangorde.opsomming(
                Rangorde.GEMEENTE,
                t -> t.uitstroom().map(u -> telling(u.datum(), u.reden())).orElse(0));
        return heeft(keuze, Schuldhulptraject::uitstroom)
                .map(enige -> new Uitstroom(
                        laatste(keuze, "uitstroom.datum", t -> t.uitstroom().flatMap(Uitstroom::datum)),
                        laatste(keuze, "uitstroom.datumBeeindigingsbeschikking", t -> t.uitstroom()
                                .flatMap(Uitstroom::datumBeeindigingsbeschikking)),
                        Optional.empty(),
                        keuze.eerste(
                                "uitstroom.reden",
                                t -> t.uitstroom().flatMap(Uitstroom::reden),
                                rang,
                                NABIJ_GEMEENTE)));
    }

    private static Optional<LocalDate> laatste(Veldkeuze keuze, String pad, Veldkeuze.Lezer<LocalDate> lezer) {
        List<Veldkeuze.Kandidaat<LocalDate>> alle = keuze.kandidaten(lezer);
        return keuze.zet(
                pad,
                alle,
                new Veldkeuze.Keuze<>(
                        alle.stream().map(Veldkeuze.Kandidaat::waarde).max(Comparator.naturalOrder()),
                        "laatste datum",
                        Veldkeuze.verderUiteenDan(alle, Veldkeuze.TEGENSPRAAK_DAGEN),
                        Veldkeuze::bijnaGelijk));
    }

    private static List<Begeleiding> begeleiding(Veldkeuze keuze) {
        List<Begeleiding> alle = alle(keuze, t -> t.begeleiding().stream());
        Stream<Optional<Begeleidingssoort>> soorten =
                Stream.concat(Stream.of(Begeleidingssoort.values()).map(Optional::of), Stream.of(Optional.empty()));
        return soorten.flatMap(soort -> Fasekeuze.verenig(alle.stream()
                                .filter(een -> een.soort().equals(soort))
                                .map(Begeleiding::periode)
                                .toList())
                        .stream()
                        .map(periode -> new Begeleiding(periode, soort)))
                .toList();
    }

    /// Overlapping moratoria become one, with the earliest dates of request and approval within it.
    private static List<Moratorium> moratoria(Veldkeuze keuze) {
        List<Moratorium> alle = alle(keuze, t -> t.moratoria().stream());
        return Fasekeuze.verenig(alle.stream().map(Moratorium::periode).toList()).stream()
                .map(periode -> {
                    List<Moratorium> binnen = alle.stream()
                            .filter(een -> binnen(een.periode(), periode))
                            .toList();
                    return new Moratorium(
                            binnen.stream()
                                    .flatMap(een -> een.datumAanvraag().stream())
                                    .min(Comparator.naturalOrder()),
                            binnen.stream()
                                    .flatMap(een -> een.datumGoedkeuring().stream())
                                    .min(Comparator.naturalOrder()),
                            periode);
                })
                .toList();
    }

    private static boolean binnen(Periode deel, Periode geheel) {
        return deel.equals(geheel)
                || deel.startdatum()
                        .filter(start -> geheel.startdatum()
                                .filter(begin -> !start.isBefore(begin))
                                .isPresent())
                        .filter(start ->
                                geheel.einddatum().filter(start::isAfter).isEmpty())
                        .isPresent();
    }

    private static List<Schuld> schulden(Veldkeuze keuze) {
        List<Veldkeuze.Kandidaat<Long>> sommen = keuze.kandidaten(t -> Schuldkeuze.som(t.schulden()));
        List<Schuld> gekozen = Schuldkeuze.kies(keuze.bijdragen());
        keuze.zet(
                "schulden",
                sommen,
                new Veldkeuze.Keuze<>(
                        Schuldkeuze.som(gekozen),
                        "per schuldeiser de bron met de meeste schulden; nooit opgeteld over bronnen",
                        Schuldkeuze.lopenUiteen(
                                sommen.stream().map(Veldkeuze.Kandidaat::waarde).toList()),
                        (een, twee) -> !Schuldkeuze.lopenUiteen(List.of(een, twee))));
        return gekozen;
    }

    private static <T> Optional<T> heeft(Veldkeuze keuze, Veldkeuze.Lezer<T> lezer) {
        return keuze.bijdragen().stream()
                .flatMap(bijdrage -> lezer.apply(bijdrage.traject()).stream())
                .findFirst();
    }

    private static <T> List<T> alle(Veldkeuze keuze, Function<Schuldhulptraject, Stream<T>> lezer) {
        return keuze.bijdragen().stream()
                .flatMap(bijdrage -> lezer.apply(bijdrage.traject()))
                .toList();
    }

    private static int telling(Optional<?>... velden) {
        return (int) Stream.of(velden).filter(Optional::isPresent).count();
    }
}

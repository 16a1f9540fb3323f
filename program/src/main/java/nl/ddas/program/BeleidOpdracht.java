// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.basis.ApprovalEntry;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.Objection;
import nl.ddas.basis.OperatorKey;
import nl.ddas.basis.Proposal;
import nl.ddas.basis.SettingsFault;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.toegang.Beleid;
import nl.ddas.levering.toegang.BeleidJson;
import nl.ddas.levering.toegang.BeleidLezer;
import nl.ddas.levering.toegang.Veldgroepen;
import nl.ddas.presentation.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas bron beleid`: which organisation gets which data. One operator proposes, another approves.
@Command(
        name = "beleid",
        description = {
            "Toont welke organisatie welke gegevens krijgt, en wat daarover is voorgesteld.",
            "Een wijziging geldt als de ene beheerder haar voorstelt en een andere haar goedkeurt."
        })
final class BeleidOpdracht implements Callable<Integer> {

    /// Opens the rules of the settings file.
    @FunctionalInterface
    interface Opener {
        VastgesteldBeleid open() throws IOException;
    }

    /// With which key an operator acts.
    static final class Door {
        @Option(
                names = "--beheerder",
                required = true,
                paramLabel = "BESTAND",
                description = "Uw eigen sleutel en certificaat (PEM).")
        Path bestand = Path.of("");

        OperatorKey sleutel() {
            return Beheerderssleutel.lees(bestand);
        }
    }

    @Mixin
    Hulp hulp = new Hulp();

    private final Omgeving omgeving;
    private final Opener opener;

    BeleidOpdracht(Omgeving omgeving, Opener opener) {
        this.omgeving = omgeving;
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        VastgesteldBeleid vastgesteld = opener.open();
        Optional<Proposal> geldig = vastgesteld.vastgesteld();
        if (geldig.isPresent()) {
            toon(vastgesteld.nu().beleid(), geldig.get());
        } else {
            omgeving.uit().println("Er is nog geen beleid vastgesteld. Zolang dat zo is, gaat er niets naar buiten.");
        }
        List<Proposal> open = vastgesteld.goedkeuringen().proposals(Proposal.Standing.OPEN);
        if (!open.isEmpty()) {
            omgeving.uit().println();
            omgeving.uit().println("Wacht op een andere beheerder:");
            open.forEach(voorstel -> omgeving.uit()
                    .println("  " + voorstel.id() + "  " + soort(voorstel) + ", voorgesteld door "
                            + voorstel.by().name() + " op "
                            + Formats.moment(voorstel.at())));
        }
        return Uitgang.GOED;
    }

    private static String soort(Proposal voorstel) {
        return voorstel.kind().equals(VastgesteldBeleid.SOORT)
                ? Formats.count(BeleidJson.lees(voorstel.content()).regels().size(), "regel", "regels")
                : "wijziging van de beheerders";
    }

    private void toon(Beleid beleid, Proposal voorstel) {
        omgeving.uit()
                .println("Beleid " + voorstel.id() + ", voorgesteld door "
                        + voorstel.by().name() + ", goedgekeurd door "
                        + voorstel.decidedBy().orElseThrow().name() + ".");
        weergave().toon(beleid);
    }

    private BeleidWeergave weergave() {
        return new BeleidWeergave(
                omgeving.uit(), LocalDate.ofInstant(omgeving.klok().instant(), Tijdzone.NEDERLAND));
    }

    @Command(name = "voorstel", description = "Stelt regels voor (YAML); de regels die er nu zijn, vervallen daarmee.")
    int voorstel(
            @Mixin Hulp hulp,
            @Mixin Door door,
            @Parameters(
                            paramLabel = "BESTAND",
                            description = "De regels. Een voorbeeld geeft: ddas bron beleid voorbeeld.")
                    Path bestand)
            throws IOException {
        Beleid beleid = lees(bestand);
        VastgesteldBeleid vastgesteld = opener.open();
        naast(beleid, vastgesteld);
        return meld(
                vastgesteld
                        .goedkeuringen()
                        .propose(VastgesteldBeleid.SOORT, BeleidJson.schrijf(beleid), door.sleutel()),
                nummer -> "Voorgesteld onder nummer " + nummer + ". Een andere beheerder bekijkt het met: ddas bron"
                        + " beleid toon " + nummer + ", en keurt het goed met: ddas bron beleid keur " + nummer
                        + " --beheerder BESTAND");
    }

    private static Beleid lees(Path bestand) {
        Invoer.bestaat(bestand);
        try {
            return new BeleidLezer(Veldgroepen.NAMEN).lees(bestand);
        } catch (SettingsFault fout) {
            throw new VerkeerdGebruik(Grondmelding.van(fout).orElseThrow());
        } catch (IllegalArgumentException dubbel) {
            throw new VerkeerdGebruik("in " + bestand + " hebben twee regels dezelfde naam");
        }
    }

    @Command(name = "keur", description = "Keurt een voorstel van een andere beheerder goed; het geldt meteen.")
    int keur(
            @Mixin Hulp hulp,
            @Mixin Door door,
            @Parameters(paramLabel = "NUMMER", description = "Nummer van het voorstel.") long nummer)
            throws IOException {
        OperatorKey sleutel = door.sleutel();
        VastgesteldBeleid vastgesteld = opener.open();
        Proposal voorstel = voorstel(vastgesteld, nummer);
        Optional<Proposal> nieuwer = nieuwer(vastgesteld, voorstel);
        if (nieuwer.isPresent()) {
            throw new VerkeerdGebruik("voorstel " + nummer + " is ouder dan beleid "
                    + nieuwer.get().id() + ", dat nu geldt. Doe het opnieuw als u het nog wilt");
        }
        toon(voorstel, vastgesteld);
        return meld(vastgesteld.goedkeuringen().approve(nummer, sleutel), _ -> goedgekeurd(vastgesteld, voorstel));
    }

    /// What to tell of a proposal that was approved. Somebody else may have approved newer rules in the meantime.
    static String goedgekeurd(VastgesteldBeleid vastgesteld, Proposal voorstel) {
        return nieuwer(vastgesteld, voorstel)
                .map(nu -> "Goedgekeurd, maar het nieuwere beleid " + nu.id() + " blijft gelden.")
                .orElse("Goedgekeurd. Het geldt vanaf nu.");
    }

    /// The rules that count now, when a proposal of rules is older.
    private static Optional<Proposal> nieuwer(VastgesteldBeleid vastgesteld, Proposal voorstel) {
        return vastgesteld
                .vastgesteld()
                .filter(nu -> voorstel.kind().equals(VastgesteldBeleid.SOORT) && nu.id() > voorstel.id());
    }

    @Command(name = "toon", description = "Toont wat er in een voorstel staat, zodat u weet wat u goedkeurt.")
    int toon(@Mixin Hulp hulp, @Parameters(paramLabel = "NUMMER", description = "Nummer van het voorstel.") long nummer)
            throws IOException {
        VastgesteldBeleid vastgesteld = opener.open();
        toon(voorstel(vastgesteld, nummer), vastgesteld);
        return Uitgang.GOED;
    }

    private static Proposal voorstel(VastgesteldBeleid vastgesteld, long nummer) {
        return vastgesteld
                .goedkeuringen()
                .proposal(nummer)
                .orElseThrow(() -> new VerkeerdGebruik("er is geen voorstel met nummer " + nummer));
    }

    private void toon(Proposal voorstel, VastgesteldBeleid vastgesteld) throws IOException {
        omgeving.uit()
                .println("Voorstel " + voorstel.id() + ", van " + voorstel.by().name() + ", "
                        + Formats.moment(voorstel.at()) + ":");
        if (!voorstel.kind().equals(VastgesteldBeleid.SOORT)) {
            new Beheerderswijziging(voorstel, vastgesteld.goedkeuringen())
                    .velden()
                    .druk(omgeving.uit());
        } else if (voorstel.standing() == Proposal.Standing.OPEN) {
            naast(BeleidJson.lees(voorstel.content()), vastgesteld);
        } else {
            weergave().toon(BeleidJson.lees(voorstel.content()));
        }
    }

    private void naast(Beleid beleid, VastgesteldBeleid vastgesteld) throws IOException {
        if (vastgesteld.vastgesteld().isPresent()) {
            weergave().toonNaast(beleid, vastgesteld.nu().beleid());
        } else {
            weergave().toon(beleid);
        }
    }

    @Command(name = "afwijzen", description = "Wijst een voorstel af.")
    int afwijzen(
            @Mixin Hulp hulp,
            @Mixin Door door,
            @Parameters(paramLabel = "NUMMER", description = "Nummer van het voorstel.") long nummer,
            @Option(names = "--reden", required = true, paramLabel = "TEKST", description = "Waarom.") String reden)
            throws IOException {
        return meld(goedkeuringen().reject(nummer, reden, door.sleutel()), _ -> "Afgewezen.");
    }

    @Command(
            name = "beheerder",
            description = {
                "Wijst een beheerder aan: de eerste zichzelf, en hij de tweede.",
                "Zijn er twee, dan wordt een volgende voorgesteld, en keurt een ander dat goed."
            })
    int beheerder(
            @Mixin Hulp hulp,
            @Mixin Door door,
            @Parameters(paramLabel = "CERTIFICAAT", description = "Certificaat van de nieuwe beheerder (PEM).")
                    Path wie)
            throws IOException {
        Approvals goedkeuringen = goedkeuringen();
        return goedkeuringen.operators().size() < 2
                ? meld(
                        goedkeuringen.appoint(Beheerderssleutel.persoon(wie), door.sleutel()),
                        _ -> "Aangewezen als beheerder.")
                : meld(
                        goedkeuringen.proposeOperator(Beheerderssleutel.persoon(wie), door.sleutel()),
                        nummer -> "Voorgesteld onder nummer " + nummer + "; een andere beheerder keurt het goed.");
    }

    @Command(name = "voorbeeld", description = "Geeft een voorbeeld van regels, met uitleg.")
    int voorbeeld(@Mixin Hulp hulp) {
        omgeving.uit().print(Teksten.lees("beleid.yaml"));
        return Uitgang.GOED;
    }

    private Approvals goedkeuringen() throws IOException {
        return opener.open().goedkeuringen();
    }

    /// What to say of an entry in the journal.
    @FunctionalInterface
    private interface Uitleg {
        String bij(long nummer);
    }

    private int meld(Approvals.Outcome uitkomst, Uitleg uitleg) {
        return switch (uitkomst) {
            case Approvals.Outcome.Done(ApprovalEntry regel) -> {
                omgeving.uit().println(uitleg.bij(regel.number()));
                yield Uitgang.GOED;
            }
            case Approvals.Outcome.Refused(Objection bezwaar) -> {
                omgeving.fout().println("ddas: " + bezwaar.text());
                yield Uitgang.BEVINDINGEN;
            }
        };
    }
}

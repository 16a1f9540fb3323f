// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import nl.ddas.authority.Issued;
import nl.ddas.authority.OwnAuthority;
import nl.ddas.basis.ApprovalAct;
import nl.ddas.basis.ApprovalEntry;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.Operator;
import nl.ddas.basis.Proposal;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.TerminalTable;

/// What an authority knows, for people.
record CaWeergave(PrintStream uit) {

    /// A proposal with all that is in it: who approves answers for all of it.
    void voorstel(Proposal voorstel, OwnAuthority uitgever, Instant nu) {
        uit.println("Voorstel " + voorstel.id() + ": " + soort(voorstel.kind()) + ", " + stand(voorstel) + ".");
        Velden velden = new Velden().met("voorgesteld door", voorstel.by().name() + ", " + moment(voorstel.at()));
        voorstel.decidedBy().ifPresent(wie -> velden.met("beslist door", wie.name()));
        voorstel.reason().ifPresent(waarom -> velden.met("waarom", waarom));
        aanvraag(voorstel, uitgever, velden);
        JsonObject inhoud = voorstel.content();
        inhoud.array("serials").ifPresent(series -> series(series, uitgever, velden, nu));
        inhoud.text("reason").ifPresent(reden -> velden.met("reden", reden));
        inhoud.bool("compromised").ifPresent(gelekt -> velden.met("sleutel gelekt", gevolg(gelekt)));
        velden.druk(uit);
        uitgever.requestIn(voorstel)
                .ifPresent(gevraagd -> AanvraagOpdracht.vingers(gevraagd).print(uit, "  "));
        new Beheerderswijziging(voorstel, uitgever.approvals()).velden().druk(uit);
    }

    /// What is left to do once a proposal was carried out: who gets what, and from where.
    ///
    /// @param nu what counts now is looked up
    void vervolg(Proposal uitgevoerd, OwnAuthority uitgever, Instant nu) {
        switch (uitgevoerd.kind()) {
            case "ca.issue" ->
                uit.println(
                        "De certificaten staan in " + uitgever.issued(uitgevoerd.id()) + ". Stuur ze naar de partij.");
            case "ca.successor" -> {
                if (uitgevoerd.content().bool("compromised").orElse(true)) {
                    gelekt(uitgever, uitgever.register().valid(nu));
                } else {
                    uit.println("Nieuwe certificaten komen voortaan van de nieuwe uitgever. Wat er al is uitgegeven,"
                            + " blijft gelden: niemand hoeft iets op te halen.");
                }
            }
            default -> {
                // Nobody has to fetch anything.
            }
        }
    }

    /// @param opnieuw all that counts: it was issued again, for the keys that the parties have
    private void gelekt(OwnAuthority uitgever, List<Issued> opnieuw) {
        uit.println("De oude uitgever is ingetrokken: wat hij uitgaf, wordt nergens meer vertrouwd.");
        if (opnieuw.isEmpty()) {
            uit.println("Er was niets dat gold, dus niemand hoeft iets op te halen.");
            return;
        }
        uit.println("Opnieuw uitgegeven, voor dezelfde sleutels: "
                + Formats.count(opnieuw.size(), "certificaat", "certificaten") + ".");
        uit.println("Deze partijen moeten hun nieuwe certificaten ophalen en in gebruik nemen. Stuur elk wat in de map"
                + " erachter staat:");
        opnieuw.stream()
                .map(een ->
                        "  " + een.holder().name() + " (" + een.holder().oin() + "): " + uitgever.issued(een.request()))
                .distinct()
                .forEach(uit::println);
        uit.println("Zet ook de map " + uitgever.published() + " opnieuw op uw adres, als een webserver haar niet zelf"
                + " leest: daarin staat de lijst waarop de oude uitgever is ingetrokken.");
    }

    private static void aanvraag(Proposal voorstel, OwnAuthority uitgever, Velden velden) {
        uitgever.requestIn(voorstel).ifPresent(gevraagd -> velden.met(
                        "organisatie",
                        gevraagd.holder().name() + ", nummer "
                                + gevraagd.holder().oin())
                .met("hostnamen", String.join(", ", gevraagd.holder().hosts())));
        voorstel.content().object("identity").ifPresent(bewijs -> velden.met(
                        "vastgesteld met", bewijs.text("text").orElse(""))
                .met("kenmerk", bewijs.text("reference").orElse("")));
        voorstel.content()
                .whole("renews")
                .filter(nummer -> nummer > 0)
                .ifPresent(nummer -> velden.met(
                        "vernieuwt", "aanvraag " + nummer + ", waarvan de certificaten blijven gelden tot ze aflopen"));
    }

    /// Of each certificate whose it is: a serial number alone says nobody anything.
    private static void series(List<JsonValue> series, OwnAuthority uitgever, Velden velden, Instant nu) {
        String naam = "certificaat";
        for (JsonValue serie : series) {
            String tekst = serie instanceof JsonText(String waarde) ? waarde : "?";
            velden.met(
                    naam,
                    tekst + "  "
                            + uitgever.register().issued().stream()
                                    .filter(een -> een.serial().toString(16).equals(tekst))
                                    .findFirst()
                                    .map(een -> van(een, nu))
                                    .orElse("(niet door deze uitgever gegeven)"));
            naam = "";
        }
    }

    private static String van(Issued een, Instant nu) {
        return een.holder().name() + ", " + een.purpose().word() + ", aanvraag " + een.request() + ", "
                + stand(een, nu);
    }

    private static String gevolg(boolean gelekt) {
        return gelekt
                ? "ja: de uitgever van nu wordt ingetrokken, met elk certificaat dat hij gaf; wat nu geldt, wordt opnieuw"
                        + " uitgegeven, en de partijen halen dat op"
                : "nee: de uitgever van nu en wat hij gaf, blijven gelden";
    }

    /// What waits for a second pair of eyes, or was not finished.
    void voorstellen(List<Proposal> voorstellen) {
        TerminalTable tabel = new TerminalTable(
                Column.number("Nummer"),
                Column.text("Wat"),
                Column.text("Van"),
                Column.text("Wanneer"),
                Column.text("Stand"));
        voorstellen.forEach(een ->
                tabel.row(Long.toString(een.id()), soort(een.kind()), een.by().name(), moment(een.at()), stand(een)));
        tabel.print(uit, "");
    }

    /// Certificates.
    void certificaten(List<Issued> certificaten, Instant nu) {
        TerminalTable tabel = new TerminalTable(
                Column.number("Aanvraag"),
                Column.text("Organisatie"),
                Column.text("Waarvoor"),
                Column.text("Geldig tot"),
                Column.text("Stand"),
                Column.code("Serienummer"));
        certificaten.forEach(een -> tabel.row(
                Long.toString(een.request()),
                een.holder().name(),
                een.purpose().word(),
                moment(een.certificate().getNotAfter().toInstant()),
                stand(een, nu),
                een.serial().toString(16)));
        tabel.print(uit, "");
    }

    private static String stand(Issued een, Instant nu) {
        return een.revoked()
                .map(weg -> "ingetrokken: " + weg.reason().word())
                .orElse(een.isValidAt(nu) ? "geldig" : "afgelopen");
    }

    /// Who may decide.
    void beheerders(List<Operator> beheerders) {
        TerminalTable tabel =
                new TerminalTable(Column.text("Naam"), Column.text("Geldig tot"), Column.code("Vingerafdruk"));
        beheerders.forEach(een ->
                tabel.row(een.name(), moment(een.certificate().getNotAfter().toInstant()), een.fingerprint()));
        tabel.print(uit, "");
    }

    /// Everything that was done, oldest first.
    void logboek(List<ApprovalEntry> handelingen, String stand) {
        TerminalTable tabel = new TerminalTable(
                Column.number("Regel"), Column.text("Wanneer"), Column.text("Wie"), Column.text("Wat"));
        handelingen.forEach(een -> tabel.row(
                Long.toString(een.number()), moment(een.at()), een.by().name(), handeling(een)));
        tabel.print(uit, "");
        uit.println("Stand van het journaal: " + stand);
        uit.println("Bewaar deze stand ergens anders: wie later regels weghaalt, valt daarmee door de mand.");
    }

    private static String handeling(ApprovalEntry een) {
        return switch (een.act()) {
            case ApprovalAct.Appoint(Operator wie) -> "maakte " + wie.name() + " beheerder";
            case ApprovalAct.Propose(String soort, JsonObject _) ->
                "stelde voor (" + een.number() + "): " + soort(soort);
            case ApprovalAct.Approve(long id) -> "keurde " + id + " goed";
            case ApprovalAct.Reject(long id, String waarom) -> "wees " + id + " af: " + Beheergesprek.veilig(waarom);
            case ApprovalAct.Withdraw(long id) -> "nam " + id + " terug";
            case ApprovalAct.CarryOut(long id, JsonObject _) -> "voerde " + id + " uit";
            case ApprovalAct.Note(String soort, JsonObject _) -> soort(soort);
        };
    }

    private static String soort(String soort) {
        return switch (soort) {
            case "ca.begin" -> "begon deze uitgever";
            case "ca.issue" -> "certificaten voor een partij";
            case "ca.revoke" -> "certificaten intrekken";
            case "ca.successor" -> "een nieuwe uitgeversleutel";
            case "operator.add" -> "een beheerder erbij";
            case "operator.remove" -> "een beheerder eraf";
            default -> soort;
        };
    }

    private static String stand(Proposal voorstel) {
        return switch (voorstel.standing()) {
            case OPEN -> "wacht op goedkeuring";
            case APPROVED -> "goedgekeurd, nog niet uitgevoerd";
            case CARRIED_OUT -> "uitgevoerd";
            case REJECTED -> "afgewezen";
            case WITHDRAWN -> "teruggenomen";
        };
    }

    static String moment(Instant moment) {
        return Formats.moment(moment);
    }
}

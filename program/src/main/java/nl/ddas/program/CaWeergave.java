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

    /// A proposal with all that is needed to judge it.
    void voorstel(Proposal voorstel, OwnAuthority uitgever) {
        uit.println("Voorstel " + voorstel.id() + ": " + soort(voorstel.kind()) + ", " + stand(voorstel) + ".");
        uit.println("  voorgesteld door  " + voorstel.by().name() + ", " + moment(voorstel.at()));
        voorstel.decidedBy().ifPresent(wie -> uit.println("  beslist door      " + wie.name()));
        voorstel.reason().ifPresent(waarom -> uit.println("  waarom            " + Beheergesprek.veilig(waarom)));
        JsonObject inhoud = voorstel.content();
        uitgever.requestIn(voorstel).ifPresent(gevraagd -> {
            uit.println("  organisatie       " + gevraagd.holder().name() + ", nummer "
                    + gevraagd.holder().oin());
            uit.println(
                    "  hostnamen         " + String.join(", ", gevraagd.holder().hosts()));
            AanvraagOpdracht.vingers(gevraagd).print(uit, "  ");
        });
        inhoud.object("identity")
                .ifPresent(bewijs -> uit.println("  vastgesteld met   "
                        + Beheergesprek.veilig(bewijs.text("text").orElse("") + " ("
                                + bewijs.text("reference").orElse("") + ")")));
        inhoud.whole("renews")
                .filter(nummer -> nummer > 0)
                .ifPresent(nummer -> uit.println("  in plaats van     aanvraag " + nummer));
        inhoud.array("serials").ifPresent(series -> uit.println("  serienummers      " + teksten(series)));
        inhoud.text("reason").ifPresent(reden -> uit.println("  reden             " + reden));
        inhoud.text("fingerprint").ifPresent(vinger -> uit.println("  certificaat       " + vinger));
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

    private static String teksten(List<JsonValue> waarden) {
        return String.join(
                ", ",
                waarden.stream()
                        .map(waarde -> waarde instanceof JsonText(String tekst) ? tekst : "?")
                        .toList());
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
                een.revoked()
                        .map(weg -> "ingetrokken: " + weg.reason().word())
                        .orElse(een.isValidAt(nu) ? "geldig" : "afgelopen"),
                een.serial().toString(16)));
        tabel.print(uit, "");
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

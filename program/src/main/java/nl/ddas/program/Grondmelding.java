// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.ConnectionBroken;
import nl.ddas.basis.DatabaseUnavailable;
import nl.ddas.basis.FolderLocked;
import nl.ddas.basis.KeyFileFault;
import nl.ddas.basis.NoConnection;
import nl.ddas.basis.NotListening;
import nl.ddas.basis.SealBroken;
import nl.ddas.basis.SettingsFault;
import nl.ddas.basis.SettingsFault.Fault;
import nl.ddas.trust.AuthorityFolderFault;
import nl.ddas.trust.PemFault;

/// Says in Dutch what the ground under the parts reports: settings, database, connections.
final class Grondmelding {

    private Grondmelding() {}

    /// @return what went wrong and what to do; empty when it is nothing of the ground
    static Optional<String> van(Throwable fout) {
        return Stream.<Throwable>iterate(fout, laag -> laag != null, Throwable::getCause)
                .map(Grondmelding::laag)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> laag(Throwable laag) {
        return switch (laag) {
            case SettingsFault instellingen ->
                Optional.of("in de instellingen (" + instellingen.place() + ") klopt iets niet: "
                        + instellingen(instellingen.fault()));
            case DatabaseUnavailable database -> Optional.of(database(database.fault()));
            case SQLException sql -> Optional.of(database(sql));
            case NoConnection verbinding -> Optional.of(verbinding(verbinding));
            case NotListening poort -> Optional.of(luisteren(poort));
            case KeyFileFault sleutel -> Optional.of(Sleutelmelding.van(sleutel.fault()));
            case PemFault sleutel -> Optional.of(Sleutelmelding.van(sleutel.fault()));
            case AuthorityFolderFault map -> Optional.of(Sleutelmelding.van(map.fault()));
            case FolderLocked slot ->
                Optional.of(
                        "een ander programma is met " + slot.file() + " bezig. Wacht tot dat klaar is, of stop het");
            case SealBroken _ ->
                Optional.of("een verzegeld bestand is beschadigd, of met een andere sleutel gemaakt. Zet bestand en"
                        + " sleutel uit dezelfde reservekopie terug");
            case ConnectionBroken _ ->
                Optional.of("de verbinding brak af, of de andere kant antwoordt niet. Probeer het later opnieuw");
            default -> Optional.empty();
        };
    }

    private static String instellingen(Fault fout) {
        return switch (fout) {
            case Fault.Missing(String sleutel, String variabele) ->
                "'" + sleutel + "' ontbreekt. Zet het in het bestand, of zet " + variabele + " in de omgeving";
            case Fault.Wrong(String sleutel, SettingsFault.Kind verwacht, Optional<String> gekregen) ->
                "bij '" + sleutel + "' is " + soort(verwacht) + " verwacht, en er staat "
                        + gekregen.map(waarde -> "'" + waarde + "'").orElse("iets anders");
            case Fault.Unfit(String sleutel, String verwacht, Optional<String> gekregen) ->
                "bij '" + sleutel + "' hoort " + verwacht
                        + gekregen.map(waarde -> ", en er staat '" + waarde + "'")
                                .orElse("");
            case Fault.Unknown(String naam, boolean variabele, Optional<String> lijktOp) ->
                (variabele ? "de omgevingsvariabele " : "") + "'" + naam + "' is hier niet bekend"
                        + lijktOp.map(bekend -> ". Bedoelde u '" + bekend + "'?")
                                .orElse("");
            case Fault.NoMapping(int regel, String _) ->
                "verwacht is YAML met regels als 'naam: waarde'; het loopt vast"
                        + (regel > 0 ? " bij regel " + regel : "") + ". Kijk daar naar inspringing en aanhalingstekens";
            case Fault.Unreadable(String _) -> "het bestand is niet te lezen. Kijk of het er is en of u het mag lezen";
        };
    }

    private static String soort(SettingsFault.Kind soort) {
        return switch (soort) {
            case ONE_VALUE -> "één waarde";
            case WHOLE_NUMBER -> "een geheel getal";
            case TRUE_OR_FALSE -> "true of false";
            case DURATION -> "een duur, zoals 30s, 5m, 24h of 7d,";
            case LIST -> "een lijst";
            case LIST_OF_TEXTS -> "een lijst van teksten";
            case LIST_OF_MAPPINGS -> "een lijst van onderdelen met elk hun eigen namen en waarden";
        };
    }

    private static String database(DatabaseUnavailable.Fault fout) {
        return switch (fout) {
            case DatabaseUnavailable.Fault.DoesNotStart(var map, var logboek) ->
                "de ingebouwde database in " + map + " start niet. Waarom staat in " + logboek
                        + ". U kunt ook een eigen PostgreSQL gebruiken: zet het adres ervan in de instellingen";
            case DatabaseUnavailable.Fault.NeedsUserNamespace(var map, var logboek) ->
                "de ingebouwde database in " + map + " start niet. Waarom staat in " + logboek
                        + ". PostgreSQL draait niet als root; daarvoor is 'unshare -U' nodig, en dat mag op deze machine"
                        + " misschien niet. Start het programma als gewone gebruiker, of zet het adres van een eigen"
                        + " PostgreSQL in de instellingen";
            case DatabaseUnavailable.Fault.Busy(Path _) ->
                "de ingebouwde database wordt op dit moment door een ander programma gestart of gestopt. Wacht even en"
                        + " probeer het opnieuw";
            case DatabaseUnavailable.Fault.NoPassword(var bestand, String _) ->
                "het wachtwoord van de ingebouwde database is niet te lezen: verwacht in " + bestand
                        + ", alleen leesbaar"
                        + " voor uzelf. Zet het bestand terug uit uw reservekopie. Draait er nog een"
                        + " oudere versie van dit programma, stop die dan eerst";
            case DatabaseUnavailable.Fault.NoConnection(String adres) ->
                "er is geen verbinding met de database " + adres + ". Kijk of die draait, en of adres, gebruiker en"
                        + " wachtwoord in de instellingen kloppen";
        };
    }

    /// By the first two characters of the SQLSTATE (PostgreSQL, appendix A).
    private static String database(SQLException sql) {
        String staat = String.valueOf(sql.getSQLState());
        return switch (staat.substring(0, Math.min(2, staat.length()))) {
            case "53" ->
                "de database heeft geen ruimte meer: haar schijf is vol, of er zijn te veel verbindingen. Maak ruimte en"
                        + " probeer het opnieuw; wat af was, blijft af";
            case "28" -> "de database weigert deze gebruiker. Kijk gebruiker en wachtwoord in de instellingen na";
            case "42" ->
                "de database mist rechten of tabellen. Is dit deel hier nog nooit gestart, start het dan eerst: dat"
                        + " maakt de tabellen. Laat anders de beheerder kijken of deze gebruiker tabellen mag maken";
            default ->
                "de database is weg. Kijk of zij draait en bereikbaar is, en probeer het opnieuw; wat af was, blijft af";
        };
    }

    private static String luisteren(NotListening poort) {
        return switch (poort.reason()) {
            case IN_USE ->
                "het programma kan niet luisteren op " + poort.address()
                        + ": een ander programma gebruikt die poort al. Stop dat, of kies in de instellingen een andere"
                        + " poort";
            case NOT_ALLOWED ->
                "het programma mag niet luisteren op " + poort.address()
                        + ". Kies in de instellingen een poort van 1024 of hoger";
            case NOT_OURS ->
                "het programma kan niet luisteren op " + poort.address()
                        + ": dat adres is niet van deze computer. Kies in de instellingen een ander adres";
            case OTHER ->
                "het programma kan niet luisteren op " + poort.address()
                        + ". Kies in de instellingen een ander adres of een andere poort";
        };
    }

    private static String verbinding(NoConnection verbinding) {
        String waar = verbinding.host() + ":" + verbinding.port();
        return switch (verbinding.reason()) {
            case REFUSED ->
                "er is geen verbinding met " + waar + ": daar luistert niets. Kijk of het programma daar draait, en of"
                        + " het adres in de instellingen klopt";
            case UNKNOWN_HOST ->
                "er is geen verbinding met " + waar + ": die naam is niet bekend. Kijk of het adres klopt";
            case TLS ->
                "er is geen beveiligde verbinding met " + waar
                        + ": de certificaten passen niet bij elkaar. Kijk of beide"
                        + " kanten elkaars uitgever vertrouwen, en of de certificaten geldig zijn en niet ingetrokken";
            case UNREACHABLE ->
                "er is geen verbinding met " + waar + ": er komt geen antwoord. Kijk of de machine aan staat en of een"
                        + " firewall de weg sluit";
        };
    }
}

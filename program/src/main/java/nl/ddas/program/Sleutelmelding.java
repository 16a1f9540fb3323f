// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import nl.ddas.basis.KeyFileFault;
import nl.ddas.trust.AuthorityFolderFault;
import nl.ddas.trust.PemFault;

/// Says in Dutch what is wrong with files of keys, certificates and revocation lists.
final class Sleutelmelding {

    private Sleutelmelding() {}

    static String van(KeyFileFault.Fault fout) {
        return switch (fout) {
            case KeyFileFault.Fault.OpenToOthers(var bestand, String _) ->
                "het sleutelbestand " + bestand + " is ook voor anderen te lezen. Sluit het af met: chmod 600";
            case KeyFileFault.Fault.WrongSize(var bestand, int _, int _) ->
                "het sleutelbestand " + bestand + " is beschadigd. Zet een reservekopie terug";
            case KeyFileFault.Fault.InItsFolder(var bestand, var map) ->
                "het sleutelbestand " + bestand + " mag niet in de map " + map
                        + " zelf staan. Kies in de instellingen een andere plek";
        };
    }

    static String van(PemFault.Fault fout) {
        return switch (fout) {
            case PemFault.Fault.HasPassword(var bestand) ->
                "op de sleutel in " + bestand + " zit een wachtwoord. Haal het eraf met openssl pkey, en sluit het"
                        + " bestand af met chmod 600";
            case PemFault.Fault.NotOneKey(var bestand, int aantal) ->
                "in " + bestand + " is één privésleutel verwacht (BEGIN PRIVATE KEY), en er staan er " + aantal;
            case PemFault.Fault.NoCertificate(var bestand) ->
                "in " + bestand
                        + " staat een sleutel zonder certificaat. Zet erachter uw certificaat, en dan die van de"
                        + " uitgevers erboven";
            case PemFault.Fault.OtherKey(var bestand) ->
                "in " + bestand
                        + " hoort het eerste certificaat niet bij de sleutel. Uw eigen certificaat hoort vooraan";
            case PemFault.Fault.None(var bestand, PemFault.Kind soort) ->
                "in " + bestand + " staat geen "
                        + switch (soort) {
                            case KEY -> "sleutel (PEM)";
                            case CERTIFICATE -> "certificaat (PEM of DER)";
                            case REVOCATION_LIST -> "intrekkingslijst (PEM of DER)";
                        };
            case PemFault.Fault.Broken(String plek, PemFault.Kind soort, String _) ->
                switch (soort) {
                    case KEY ->
                        "de sleutel en certificaten in " + plek
                                + " zijn niet te gebruiken. Kijk of het bestand heel is";
                    case CERTIFICATE, REVOCATION_LIST ->
                        "wat in " + plek + " staat is beschadigd, of geen certificaat of intrekkingslijst";
                };
        };
    }

    static String van(AuthorityFolderFault.Fault fout) {
        return switch (fout) {
            case AuthorityFolderFault.Fault.NoKey(var bestand) ->
                "in " + bestand
                        + " staat geen sleutel met zijn certificaat. Verwijder het bestand om een nieuw te krijgen";
            case AuthorityFolderFault.Fault.NoLists(var bestand) ->
                "in " + bestand + " staan geen goede intrekkingslijsten. Verwijder het bestand om nieuwe te krijgen";
            case AuthorityFolderFault.Fault.OtherEnvironment(var map, var _) ->
                "in " + map + " staan de certificaten van een andere omgeving. Kies een andere map";
        };
    }
}

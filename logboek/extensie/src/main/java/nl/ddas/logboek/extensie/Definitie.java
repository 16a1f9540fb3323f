// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Map;

/// An extension as its maker describes it (format `ldv-extension/v1`). What the file does not say is empty here:
/// whether it had to be there is for the [Regels] to judge.
///
/// @param bestand name of the file as the user gave it
/// @param plaatsen where each part stands
/// @param richtlijn the profile that the definition itself names; empty when none
/// @param vereist other extensions that must be there
/// @param gebruikteBegrippen terms of the domain that the texts use
/// @param begrippen explanations by term
/// @param bronnen other standards that are referred to
public record Definitie(
        String bestand,
        Plattegrond plaatsen,
        String richtlijn,
        Kop kop,
        Kernverwijzing kern,
        List<Afhankelijkheid> vereist,
        List<Protocol> protocollen,
        Document document,
        List<String> gebruikteBegrippen,
        Map<String, String> begrippen,
        List<Bronverwijzing> bronnen,
        List<Attribuut> attributen,
        List<Kruisregel> kruisregels) {

    /// Who the extension is.
    ///
    /// @param redenNaamruimte why the namespace is not the name; empty when it is
    public record Kop(
            String naam,
            String titel,
            String naamruimte,
            String redenNaamruimte,
            String versie,
            String status,
            String taal) {}

    /// How the extension stands to the core standard.
    ///
    /// @param versie range of versions, such as `>=1.0.0 <2.0.0`
    /// @param versoepelt demands of the core that it would lift; has to be empty
    /// @param overschrijft fields of the core that it would change; has to be empty
    public record Kernverwijzing(String versie, List<String> versoepelt, List<String> overschrijft) {}

    /// Another extension that this one needs.
    public record Afhankelijkheid(String naam, String versie) {}

    /// A protocol beside those of the core.
    ///
    /// @param relatie `adds`
    /// @param passendBij protocols of the core that it goes together with
    public record Protocol(String naam, String relatie, List<String> passendBij) {}

    /// Another standard.
    ///
    /// @param dekt keys whose form is defined there
    public record Bronverwijzing(String id, String titel, String adres, List<String> dekt) {}

    /// What must hold between values of a line.
    public record Kruisregel(String id, String omschrijving, String tekst, Voorwaarde voorwaarde) {}

    /// Start of each key, `dpl.ddas.`; not to be used when there is no namespace.
    public String prefix() {
        return "dpl." + kop.naamruimte() + ".";
    }

    /// Name to speak of it: its name, else its namespace, else its file.
    public String roepnaam() {
        return !kop.naam().isEmpty() ? kop.naam() : !kop.naamruimte().isEmpty() ? kop.naamruimte() : bestand;
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Locale;

/// The page `docs/nl/controles.md`: the catalogue as a table, one heading a group.
public final class ControlesPagina {

    private ControlesPagina() {}

    /// The page as Markdown.
    public static String markdown(Catalogus catalogus) {
        StringBuilder pagina = new StringBuilder("""
                # Controles

                Deze pagina is gemaakt uit de tabel met regels van het programma; verander haar niet met de hand.
                *Blokkerend*: wat in de kolom "weigert" staat telt in geen enkel cijfer mee. *Waarschuwing*: verbeteren,
                wordt wel gelezen. *Informatief*: goed om te weten. Tussen accolades staat wat wordt ingevuld.
                """);
        String groep = "";
        for (Controle controle : catalogus.alle()) {
            if (!controle.code().startsWith(groep) || groep.isEmpty()) {
                groep = controle.code().substring(0, 1);
                pagina.append("\n## ")
                        .append(groep)
                        .append(": ")
                        .append(kop(groep))
                        .append("\n\n");
                pagina.append("| Code | Ernst | Weigert | Melding | Wat te doen |\n|---|---|---|---|---|\n");
            }
            rij(pagina, controle);
            catalogus.varianten(controle.code()).forEach(variant -> rij(pagina, variant));
        }
        return pagina.toString();
    }

    private static void rij(StringBuilder pagina, Controle controle) {
        String weigert = controle.ernst() == Ernst.BLOKKEREND
                ? controle.geldtVoor().name().toLowerCase(Locale.ROOT)
                : "niets";
        pagina.append("| ").append(controle.code());
        pagina.append(" | ").append(controle.ernst().tekst());
        pagina.append(" | ").append(weigert);
        pagina.append(" | ").append(cel(controle.melding()));
        pagina.append(" | ").append(cel(controle.advies())).append(" |\n");
    }

    private static String cel(String tekst) {
        return tekst.replace("|", "\\|");
    }

    private static String kop(String groep) {
        return switch (groep) {
            case "A" -> "het bericht";
            case "L" -> "de levering";
            case "O" -> "de organisatie";
            case "T" -> "het schuldhulptraject";
            case "K" -> "de cliënt";
            case "F" -> "de stappen";
            case "M" -> "moratoria, crisis en begeleiding";
            case "S" -> "de schulden";
            case "C" -> "het combineren";
            case "V" -> "vroegsignalering";
            default -> "overige";
        };
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.ArrayList;
import java.util.List;

/// Collects what the rules report about one thing, before it is known where exactly it stands.
final class Vondsten {

    /// One report of a rule.
    ///
    /// @param pad JSON pointer below the thing looked at, empty text for the thing itself
    record Vondst(Controle controle, String pad, String melding) {}

    private final Catalogus catalogus;
    private final List<Vondst> lijst = new ArrayList<>();
    private String code = "";
    private String basis = "";

    Vondsten(Catalogus catalogus) {
        this.catalogus = catalogus;
    }

    /// Runs rules over a thing; `basis` is put before the path of what they report.
    <X> void pasToe(List<Regel<X>> regels, X onderwerp, String basisVanPad, Omgeving omgeving) {
        basis = basisVanPad;
        for (int i = 0; i < regels.size(); i++) {
            Regel<X> regel = regels.get(i);
            code = regel.code();
            regel.proef().proef(onderwerp, omgeving, this);
        }
    }

    /// Reports with the message of the rule.
    ///
    /// @param waarden name and value in turn, for the places in the message
    void meld(String pad, Object... waarden) {
        voegToe(catalogus.controle(code), pad, waarden);
    }

    /// Reports with another message of the same code.
    void meldVariant(String variant, String pad, Object... waarden) {
        voegToe(catalogus.variant(code, variant), pad, waarden);
    }

    /// Reports from outside the tables, such as a count over a whole levering.
    void meldCode(String code, String pad, Object... waarden) {
        basis = "";
        voegToe(catalogus.controle(code), pad, waarden);
    }

    /// As [#meldCode], with another message of the same code.
    void meldCodeVariant(String code, String variant, String pad, Object... waarden) {
        basis = "";
        voegToe(catalogus.variant(code, variant), pad, waarden);
    }

    private void voegToe(Controle controle, String pad, Object... waarden) {
        lijst.add(new Vondst(controle, basis + pad, controle.melding(waarden)));
    }

    boolean isLeeg() {
        return lijst.isEmpty();
    }

    /// What was reported, in order, and starts anew.
    List<Vondst> neem() {
        List<Vondst> alle = List.copyOf(lijst);
        lijst.clear();
        return alle;
    }
}

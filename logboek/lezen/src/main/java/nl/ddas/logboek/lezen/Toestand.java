// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

/// How asking a log ended.
public enum Toestand {
    /// Its lines are here.
    GELEZEN("gelezen"),
    /// Its lines are here, but there were more than are taken in.
    AFGEKAPT("niet helemaal gelezen: er zijn meer regels of gegevens dan we ophalen"),
    /// It does not know who asks.
    GEEN_TOEGANG("geeft ons geen toegang"),
    /// A page for people: ask there yourself.
    CONTACTPAGINA("heeft geen leesdienst, maar een pagina voor mensen: vraag het daar"),
    /// It points elsewhere, which could be anywhere.
    DOORVERWIJZING("verwijst door naar een ander adres; dat volgen we niet"),
    /// No answer.
    ONBEREIKBAAR("is niet te bereiken"),
    /// An answer that is none.
    ONLEESBAAR("gaf geen antwoord dat wij kunnen lezen"),
    /// No https address.
    GEEN_ADRES("is geen https-adres van een leesdienst"),
    /// Not on the list.
    NIET_TOEGESTAAN("staat niet op de lijst van adressen die gevraagd mogen worden"),
    /// An address inside an organisation.
    PRIVE_ADRES("ligt op een intern netwerk; dat vragen we niet"),
    /// Further from the begin than agreed.
    TE_VER("ligt verder van het begin dan is toegestaan"),
    /// More logs than agreed.
    TE_VEEL("niet gevraagd: er zijn al genoeg logboeken gevraagd");

    private final String uitleg;

    Toestand(String uitleg) {
        this.uitleg = uitleg;
    }

    /// Dutch, to put behind an address.
    public String uitleg() {
        return uitleg;
    }

    /// Whether there are lines of it.
    public boolean isGelezen() {
        return this == GELEZEN || this == AFGEKAPT;
    }
}

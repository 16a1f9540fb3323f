// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.math.BigDecimal;

/// What stands in a table.
public sealed interface Cel {
    /// Words.
    record Tekst(String tekst) implements Cel {}

    /// A count, already rounded.
    record Aantal(long aantal) implements Cel {}

    /// A whole percentage.
    record Procent(long procent) implements Cel {}

    /// Whole euros, already rounded.
    record Euro(long euro) implements Cel {}

    /// A rate with one decimal.
    record Verhouding(BigDecimal waarde) implements Cel {}

    /// Unknown, or kept secret to protect persons: `.`
    record Geheim() implements Cel {}

    /// Cannot occur: empty.
    record Leeg() implements Cel {}

    /// For a reader: Dutch grouping of digits.
    default String leesbaar() {
        return switch (this) {
            case Tekst(String tekst) -> tekst;
            case Aantal(long aantal) -> gegroepeerd(aantal);
            case Procent(long procent) -> procent + "%";
            case Euro(long euro) -> gegroepeerd(euro);
            case Verhouding(BigDecimal waarde) -> waarde.toPlainString().replace('.', ',');
            case Geheim() -> ".";
            case Leeg() -> "";
        };
    }

    /// For a program: plain digits, decimal comma.
    default String kaal() {
        return switch (this) {
            case Aantal(long aantal) -> Long.toString(aantal);
            case Procent(long procent) -> Long.toString(procent);
            case Euro(long euro) -> Long.toString(euro);
            case Tekst tekst -> tekst.leesbaar();
            case Verhouding waarde -> waarde.leesbaar();
            case Geheim geheim -> geheim.leesbaar();
            case Leeg leeg -> leeg.leesbaar();
        };
    }

    private static String gegroepeerd(long getal) {
        String cijfers = Long.toString(Math.abs(getal));
        StringBuilder uit = new StringBuilder(getal < 0 ? "-" : "");
        for (int i = 0; i < cijfers.length(); i++) {
            if (i > 0 && (cijfers.length() - i) % 3 == 0) {
                uit.append('.');
            }
            uit.append(cijfers.charAt(i));
        }
        return uit.toString();
    }
}

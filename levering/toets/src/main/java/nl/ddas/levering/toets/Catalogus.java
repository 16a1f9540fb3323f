// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The catalogue of checks: severity, what is refused, message and advice of every rule. The rules
/// themselves, as code, stand in [Regels]; this is what is said about them.
///
/// A variant is another message of the same code, for a case where the first would not be true or is too heavy.
public final class Catalogus {

    private final Map<String, Controle> controles = new LinkedHashMap<>();
    private final Map<String, Controle> varianten = new LinkedHashMap<>();

    private Catalogus() {
        for (List<String> rij : Puntkommabestand.lees("controles.csv", ';')) {
            controles.put(
                    rij.get(0),
                    new Controle(
                            rij.get(0),
                            Ernst.valueOf(rij.get(1).toUpperCase(Locale.ROOT)),
                            GeldtVoor.valueOf(rij.get(2).toUpperCase(Locale.ROOT)),
                            rij.get(3),
                            rij.get(4),
                            rij.get(5),
                            rij.get(6),
                            rij.get(7)));
        }
        for (List<String> rij : Puntkommabestand.lees("varianten.csv", ';')) {
            Controle eerste = controle(rij.get(0));
            varianten.put(
                    rij.get(0) + "/" + rij.get(1),
                    new Controle(
                            eerste.code(),
                            Ernst.valueOf(rij.get(2).toUpperCase(Locale.ROOT)),
                            eerste.geldtVoor(),
                            eerste.pad(),
                            eerste.regel(),
                            rij.get(3),
                            eerste.bron(),
                            rij.get(4)));
        }
    }

    /// The catalogue of this program: groups A, L, O, T and K.
    public static Catalogus eigen() {
        return new Catalogus();
    }

    /// All rows, in the order of the catalogue.
    public List<Controle> alle() {
        return List.copyOf(controles.values());
    }

    /// The other messages of a code, in order; none for most.
    public List<Controle> varianten(String code) {
        return varianten.entrySet().stream()
                .filter(variant -> variant.getKey().startsWith(code + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The row of a code.
    ///
    /// @throws IllegalArgumentException when there is none
    public Controle controle(String code) {
        return Optional.ofNullable(controles.get(code))
                .orElseThrow(() -> new IllegalArgumentException("no rule " + code + " in the catalogue"));
    }

    /// A variant of a code.
    ///
    /// @throws IllegalArgumentException when there is none
    Controle variant(String code, String variant) {
        return Optional.ofNullable(varianten.get(code + "/" + variant))
                .orElseThrow(() -> new IllegalArgumentException("no variant " + variant + " of rule " + code));
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// All gemeenten that this program knows: the 342 of 2026 and those that ended since 2021.
///
/// Source: CBS, indeling per 1-1-2026 and its changes since 2021.
public final class Gemeentelijst {

    private static final int RUIMTE = 10_000;

    private final List<Gemeente> alle;
    private final List<Optional<Gemeente>> opNummer = new ArrayList<>(Collections.nCopies(RUIMTE, Optional.empty()));

    private Gemeentelijst(List<Gemeente> alle) {
        this.alle = alle;
        alle.forEach(gemeente -> opNummer.set(gemeente.code().nummer(), Optional.of(gemeente)));
    }

    /// The list of this program.
    public static Gemeentelijst eigen() {
        String naam = "gemeenten.csv";
        try (InputStream in = Objects.requireNonNull(Gemeentelijst.class.getResourceAsStream(naam), naam);
                BufferedReader regels = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Gemeentelijst(regels.lines()
                    .filter(regel -> regel.startsWith("GM"))
                    .map(regel -> lees(regel.split(";", -1)))
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Gemeente lees(String[] velden) {
        return new Gemeente(
                Gemeentecode.lees(velden[0]).orElseThrow(),
                velden[1],
                velden[2],
                datum(velden[3]),
                datum(velden[4]),
                Gemeentecode.lees(velden[5]),
                velden[6].isEmpty() ? 0 : Integer.parseInt(velden[6]));
    }

    private static Optional<LocalDate> datum(String tekst) {
        return tekst.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(tekst));
    }

    /// All, by code.
    public List<Gemeente> alle() {
        return alle;
    }

    /// Those of 2026, by code.
    public List<Gemeente> bestaande() {
        return alle.stream().filter(Gemeente::bestaat).toList();
    }

    /// The gemeente with this number, empty when there is and was none.
    public Optional<Gemeente> van(int nummer) {
        return nummer > 0 && nummer < RUIMTE ? opNummer.get(nummer) : Optional.empty();
    }
}

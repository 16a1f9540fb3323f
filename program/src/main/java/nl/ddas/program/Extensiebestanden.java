// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.logboek.extensie.Definitie;
import nl.ddas.logboek.extensie.Definitielezer;
import nl.ddas.logboek.extensie.Definitielezing;
import nl.ddas.logboek.extensie.Leesfout;
import nl.ddas.logboek.extensie.Meegeleverd;

/// Definitions of extensions in files.
final class Extensiebestanden {

    private Extensiebestanden() {}

    /// What the files hold, each file once however its name was spelt, in the order given. The name of a
    /// definition that comes along stands for that one, when there is no such file.
    ///
    /// @throws VerkeerdGebruik when one is not there
    /// @throws IOException when one cannot be read
    static List<Definitielezing> lees(List<Path> bestanden) throws IOException {
        List<Definitielezing> lezingen = new ArrayList<>();
        Set<Path> gezien = new HashSet<>();
        for (Path bestand : bestanden) {
            Optional<Meegeleverd> meegeleverd = meegeleverd(bestand);
            if (meegeleverd.isPresent()) {
                lezingen.add(meegeleverd.get().lezing());
                continue;
            }
            Invoer.bestaat(bestand);
            if (!gezien.add(bestand.toRealPath())) {
                continue;
            }
            try (InputStream stroom = Files.newInputStream(bestand)) {
                lezingen.add(Definitielezer.read(bestand.toString(), stroom));
            }
        }
        return lezingen;
    }

    private static Optional<Meegeleverd> meegeleverd(Path naam) {
        return Files.exists(naam) ? Optional.empty() : Meegeleverd.of(naam.toString());
    }

    /// The definitions, when all of them can be used; else says which cannot and why, and gives nothing.
    ///
    /// @throws IOException when a file cannot be read
    static List<Definitie> bruikbaar(List<Path> bestanden, Omgeving omgeving) throws IOException {
        List<Definitielezing> lezingen = lees(bestanden);
        for (Definitielezing lezing : lezingen) {
            lezing.fouten().stream().findFirst().ifPresent(fout -> meld(lezing.bestand(), fout, omgeving));
        }
        return lezingen.stream().allMatch(lezing -> lezing.fouten().isEmpty())
                ? lezingen.stream()
                        .map(Definitielezing::definitie)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private static void meld(String bestand, Leesfout fout, Omgeving omgeving) {
        String plek = fout.plek().tekst();
        omgeving.fout()
                .println("ddas: " + bestand + " is geen goede definitie" + (plek.isEmpty() ? "" : " (" + plek + ")")
                        + ". " + fout.melding());
        omgeving.fout().println("Alles zien wat er niet klopt: ddas ldv extensie controleer " + bestand);
    }

    /// Writes to a file, or to the standard output when there is none.
    ///
    /// @throws IOException when it cannot be written
    static void schrijf(List<Path> naar, byte[] bytes, Omgeving omgeving) throws IOException {
        if (naar.isEmpty()) {
            try (OutputStream uit = Invoer.gebufferd(omgeving.uit())) {
                uit.write(bytes);
            }
            return;
        }
        for (Path pad : naar) {
            Files.write(pad, bytes);
            omgeving.fout().println("Geschreven: " + pad);
        }
    }
}

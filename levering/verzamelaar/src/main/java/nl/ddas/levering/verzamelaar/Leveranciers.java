// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Settings;

/// Who is collected from: from a file, or from the directory of a gateway.
@FunctionalInterface
public interface Leveranciers {

    /// The suppliers now; names differ. Asked at the start of each collection.
    ///
    /// @throws LeveranciersOnbekend when nobody can tell: that is something else than that there are none
    List<Leverancier> lijst();

    /// The suppliers as they were last known, without asking anybody; none when they never were.
    default List<Leverancier> bekend() {
        try {
            return lijst();
        } catch (LeveranciersOnbekend nooit) {
            return List.of();
        }
    }

    /// What is wrong with the list, Dutch, for health; empty when it is of now.
    default Optional<String> opmerking() {
        return Optional.empty();
    }

    /// The supplier with this name, empty when it is not (any more) in the list.
    ///
    /// @throws LeveranciersOnbekend as [#lijst]
    default Optional<Leverancier> zoek(String naam) {
        return lijst().stream()
                .filter(leverancier -> leverancier.naam().equals(naam))
                .findFirst();
    }

    /// Why something on the way to a supplier refused, such as a gateway, when the answer is not the supplier's own.
    ///
    /// @param antwoord headers of an answer with another status than 2xx
    /// @return a short code in lower case with dashes; empty when the supplier itself answered
    default Optional<String> weigeringOnderweg(Headers antwoord) {
        return Optional.empty();
    }

    /// The suppliers in a YAML file, read now; `ddas verzamel config` shows its form.
    ///
    /// @throws IllegalArgumentException naming the key that is missing, unknown or wrong
    static Leveranciers uitBestand(Path bestand, Map<String, String> omgeving) {
        Settings settings = Settings.read("ddas-verzamel-leveranciers", bestand, omgeving);
        List<Leverancier> gelezen = LeveranciersLezer.lees(settings);
        settings.rejectUnknown();
        return () -> gelezen;
    }
}

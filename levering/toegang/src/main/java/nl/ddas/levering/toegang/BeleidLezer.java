// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.ddas.basis.Settings;
import nl.ddas.levering.toegang.Beleidsregel.Geldigheid;
import nl.ddas.levering.toegang.Beleidsregel.Overeenkomst;
import nl.ddas.levering.toegang.Beleidsregel.Vrijgave;
import nl.ddas.trust.Oin;

/// Reads a file with rules, as people write it (YAML), with messages in Dutch that name the place.
///
/// @param veldgroepen members of a traject that may be named
public record BeleidLezer(Set<String> veldgroepen) {

    private static final String DAG = "een dag als 2026-07-01";

    /// @throws IllegalArgumentException when the file is not there or a rule is not right, naming the place
    public Beleid lees(Path bestand) {
        Settings bron = Settings.read("beleid", bestand, Map.of());
        List<Beleidsregel> regels =
                bron.list("regels").stream().map(this::regel).toList();
        bron.rejectUnknown();
        return new Beleid(regels);
    }

    private Beleidsregel regel(Settings regel) {
        Optional<LocalDate> tot = dag(regel, "tot");
        LocalDate van = verplichteDag(regel, "van");
        if (tot.isPresent() && !tot.get().isAfter(van)) {
            throw regel.unfit("tot", "een dag na 'van' (" + van + ")");
        }
        return new Beleidsregel(
                regel.required("naam"),
                verplicht(
                        regel,
                        "organisatie",
                        "een OIN van 20 tekens of een KvK-nummer",
                        tekst -> Optional.of(new Oin(tekst))),
                verplicht(
                        regel,
                        "gegeven",
                        "\"alles\", \"gemeente 0363\" of \"veldgroep intake\" (veldgroepen: "
                                + String.join(
                                        ", ", veldgroepen.stream().sorted().toList()) + ")",
                        tekst -> Gegeven.lees(tekst).filter(this::isBekend)),
                new Overeenkomst(regel.required("overeenkomst"), dag(regel, "ondertekend")),
                new Vrijgave(regel.required("vrijgave-door"), dag(regel, "vrijgegeven")),
                new Geldigheid(van, tot),
                regel.required("eigenaar"));
    }

    private boolean isBekend(Gegeven gegeven) {
        return !(gegeven instanceof Gegeven.Veldgroep(String naam)) || veldgroepen.contains(naam);
    }

    private static LocalDate verplichteDag(Settings regel, String sleutel) {
        regel.required(sleutel);
        return dag(regel, sleutel).orElseThrow();
    }

    private static Optional<LocalDate> dag(Settings regel, String sleutel) {
        return regel.value(sleutel, DAG, tekst -> {
            try {
                return Optional.of(LocalDate.parse(tekst));
            } catch (DateTimeException geenDag) {
                return Optional.empty();
            }
        });
    }

    private static <T> T verplicht(
            Settings regel, String sleutel, String verwacht, Function<String, Optional<T>> maker) {
        regel.required(sleutel);
        return regel.value(sleutel, verwacht, maker).orElseThrow();
    }
}

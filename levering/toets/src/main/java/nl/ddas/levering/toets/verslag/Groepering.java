// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Ernst;

/// Gathers findings by code and severity in memory that does not grow with their number. Messages of one code that
/// ask something else stand apart, so that each is told once; so do the reasons of the codes that tell about any field,
/// up to a limit.
public final class Groepering {

    private static final int GENOEMDE_PLAATSEN = 5;

    /// Codes of which every message names another field and reason.
    private static final Set<String> VAN_ELK_VELD = Set.of("A-03", "A-13", "A-14");

    private static final int MEESTE_REDENEN = 50;
    private static final Pattern NUMMER = Pattern.compile("(?<=/)\\d+");
    private static final String GEVONDEN = ", gevonden ";
    private static final String REST =
            " Hieronder vallen ook alle redenen na de eerste " + MEESTE_REDENEN + "; herstel eerst die.";

    private record Sleutel(String code, Ernst ernst, String advies, String reden) {

        Sleutel met(String andereReden) {
            return new Sleutel(code, ernst, advies, andereReden);
        }
    }

    private static final class Stapel {
        private final Bevinding eerste;
        private final List<Plaats> plaatsen = new ArrayList<>(GENOEMDE_PLAATSEN);
        private long aantal;

        Stapel(Bevinding eerste) {
            this.eerste = eerste;
        }
    }

    private final Map<Sleutel, Stapel> stapels = new LinkedHashMap<>();
    private final Map<Sleutel, Integer> redenen = new HashMap<>();

    /// Counts a finding; remembers its place when it is one of the first of its group.
    public void voegToe(Bevinding bevinding) {
        Stapel stapel = stapels.computeIfAbsent(sleutel(bevinding), sleutel -> new Stapel(bevinding));
        stapel.aantal++;
        if (stapel.plaatsen.size() < GENOEMDE_PLAATSEN) {
            stapel.plaatsen.add(bevinding.plaats());
        }
    }

    /// What it is counted under: beyond the limit all further reasons of a code together.
    private Sleutel sleutel(Bevinding bevinding) {
        Sleutel zonder = new Sleutel(bevinding.code(), bevinding.ernst(), bevinding.advies(), "");
        if (!VAN_ELK_VELD.contains(bevinding.code())) {
            return zonder;
        }
        Sleutel met = zonder.met(reden(bevinding.melding()));
        if (!stapels.containsKey(met) && redenen.merge(zonder, 1, Integer::sum) > MEESTE_REDENEN) {
            return zonder;
        }
        return met;
    }

    /// The message without the numbers in its path, and without what came instead.
    private static String reden(String melding) {
        int tot = melding.indexOf(GEVONDEN);
        return NUMMER.matcher(tot < 0 ? melding : melding.substring(0, tot)).replaceAll("#");
    }

    /// The groups, worst first, then by code.
    public List<Bevindinggroep> groepen() {
        return stapels.entrySet().stream()
                .map(paar -> groep(paar.getKey(), paar.getValue()))
                .sorted(Comparator.comparing(Bevindinggroep::ernst).thenComparing(Bevindinggroep::code))
                .toList();
    }

    private static boolean isRest(Sleutel sleutel) {
        return sleutel.reden().isEmpty() && VAN_ELK_VELD.contains(sleutel.code());
    }

    private static Bevindinggroep groep(Sleutel sleutel, Stapel stapel) {
        return new Bevindinggroep(
                sleutel.code(),
                sleutel.ernst(),
                stapel.aantal,
                isRest(sleutel) ? stapel.eerste.melding() + REST : stapel.eerste.melding(),
                sleutel.advies(),
                List.copyOf(stapel.plaatsen));
    }
}

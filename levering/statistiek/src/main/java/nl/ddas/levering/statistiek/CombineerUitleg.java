// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers "waarom staat dit hier?" for what was delivered at one place, while files are combined: which traject it
/// became, out of which sources, how each field was chosen, what was noticed, and what the indicator is made of. Dutch;
/// never a BSN or key.
///
/// Give it to [Combineergang] and ask [#isGevonden()] afterwards.
public final class CombineerUitleg implements CombineerOntvanger {
    private final Vraag vraag;
    private final Consumer<String> regel;
    private final Set<Bronplaats> gezocht = new HashSet<>();
    private final Map<Bronplaats, Bronplaats> vervangenDoor = new HashMap<>();
    private List<Signaal> signalen = List.of();
    private boolean gevonden;

    /// Which traject is asked about.
    ///
    /// @param bestand name of the file as it is combined; empty: whatever file
    /// @param pointer JSON pointer of the traject, or of something in it
    public record Vraag(Optional<String> bestand, String pointer) {
        private static final Pattern TRAJECT =
                Pattern.compile("(?<traject>(/gegevens)?/leveringen/\\d+/schuldhulptrajecten/\\d+)(/.*)?");

        public Vraag {
            if (!TRAJECT.matcher(pointer).matches()) {
                throw new IllegalArgumentException("Vraag: expected a pointer to a traject, got '" + pointer + "'");
            }
        }

        /// Reads `/leveringen/0/schuldhulptrajecten/3`, alone or behind the name of a file and `#`; empty for anything
        /// else.
        public static Optional<Vraag> lees(String tekst) {
            int hek = tekst.lastIndexOf('#');
            String pointer = tekst.substring(hek + 1);
            Optional<String> bestand = hek > 0 ? Optional.of(tekst.substring(0, hek)) : Optional.empty();
            return TRAJECT.matcher(pointer).matches() ? Optional.of(new Vraag(bestand, pointer)) : Optional.empty();
        }

        boolean gaatOver(Bronplaats plaats) {
            Matcher delen = TRAJECT.matcher(pointer);
            return delen.matches()
                    && plaats.pointer().equals(delen.group("traject"))
                    && bestand.filter(naam -> !naam.equals(plaats.bericht().naam()))
                            .isEmpty();
        }
    }

    /// @param regel takes the explanation line by line
    public CombineerUitleg(Vraag vraag, Consumer<String> regel) {
        this.vraag = vraag;
        this.regel = regel;
    }

    /// Whether something was delivered at the place.
    public boolean isGevonden() {
        return gevonden;
    }

    @Override
    public void combinatie(Combinatie combinatie) {
        signalen = combinatie.signalen();
        for (Vervanging vervanging : combinatie.vervangen()) {
            vervangenDoor.put(vervanging.oud().plaats(), vervanging.nieuw().plaats());
        }
        vervangenDoor.keySet().stream().filter(vraag::gaatOver).sorted().forEach(this::vervangen);
        combinatie.groepen().stream()
                .flatMap(groep -> groep.bronnen().stream())
                .map(Bronrecord::plaats)
                .filter(vraag::gaatOver)
                .forEach(gezocht::add);
        gevonden |= !gezocht.isEmpty();
    }

    /// Tells what took its place, and looks for that.
    private void vervangen(Bronplaats oud) {
        gevonden = true;
        Bronplaats plaats = oud;
        while (vervangenDoor.containsKey(plaats)) {
            Bronplaats nieuw = vervangenDoor.get(plaats);
            regel.accept(Trajectuitleg.plaats(plaats) + " is vervangen door " + Trajectuitleg.plaats(nieuw)
                    + ": dezelfde organisatie meldde dit traject later opnieuw.");
            plaats = nieuw;
        }
        regel.accept("");
        gezocht.add(plaats);
    }

    @Override
    public void traject(GecombineerdTraject traject, Indicatorscore score) {
        List<Bronplaats> bronnen =
                traject.groep().bronnen().stream().map(Bronrecord::plaats).toList();
        if (bronnen.stream().noneMatch(gezocht::contains)) {
            return;
        }
        Trajectuitleg.regels(traject, score).forEach(regel);
        List<Signaal> hierover = signalen.stream()
                .filter(signaal -> signaal.plaatsen().stream().anyMatch(bronnen::contains))
                .toList();
        if (!hierover.isEmpty()) {
            regel.accept("Wat opviel:");
        }
        for (Signaal signaal : hierover) {
            regel.accept("  " + signaal.code().code() + ": " + signaal.code().melding());
            signaal.plaatsen().stream()
                    .filter(plaats -> !bronnen.contains(plaats))
                    .forEach(ander -> regel.accept("    zie ook " + Trajectuitleg.plaats(ander)));
        }
        regel.accept("");
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.ddas.logboek.model.Regelcode;
import nl.ddas.logboek.model.Verboden;

/// What may stand in a log line at all (EXT-33 to EXT-36).
final class Inhoudregels {

    private static final Set<String> STATUS = Set.of("concept", "consultatie", "vastgesteld");
    private static final String USER = "user_identity";

    /// The guideline's own good example of a key; it is about the form of the name, not about users.
    private static final String EXAMPLE = "dpl.zorg.userid";

    private Inhoudregels() {}

    static Uitslag status(Zicht zicht) {
        String status = zicht.eigen().kop().status();
        return STATUS.contains(status)
                ? Uitslag.of()
                : Uitslag.of(Melding.at(
                        "/status",
                        "Een extensie mag pas gebruikt worden als zij is vastgesteld. Daarom hoort er een status te staan:"
                                + " concept, consultatie of vastgesteld. Er staat "
                                + (status.isEmpty() ? "niets" : Citaat.of(status)) + "."));
    }

    static Uitslag noUsers(Zicht zicht) {
        return Uitslag.of(zicht.attributen().flatMap(Inhoudregels::user));
    }

    private static Stream<Melding> user(Attribuut a) {
        boolean tagged = a.kenmerken().contains(USER);
        boolean example = a.sleutel().equals(EXAMPLE);
        if (!tagged && (example || !isForbidden(a, code -> code == Regelcode.USER_DATA))) {
            return Stream.empty();
        }
        Melding melding = Melding.at(
                a.pointer(),
                "De sleutel " + Citaat.of(a.sleutel()) + " gaat over wie met het systeem werkte. Dat hoort niet in een"
                        + " logregel (kern, 2.3.4). Haal hem weg; gaat hij over iets anders, geef hem dan een andere naam.");
        return Stream.of(example ? melding.as(Niveau.WAARSCHUWING) : melding);
    }

    /// What the model would refuse; of a key without `dpl.`, what it would refuse with it.
    private static boolean isForbidden(Attribuut a, Predicate<Regelcode> soort) {
        String sleutel = a.sleutel().startsWith("dpl.") ? a.sleutel() : "dpl.x." + a.sleutel();
        return Verboden.find(sleutel).filter(soort).isPresent();
    }

    static Uitslag noRegisterFacts(Zicht zicht) {
        return Uitslag.of(zicht.attributen()
                .filter(a -> isForbidden(a, code -> code != Regelcode.USER_DATA))
                .map(a -> Melding.at(
                        a.pointer(),
                        "Wat bij " + Citaat.of(a.sleutel())
                                + " hoort, staat al in het register van verwerkingen: grondslag,"
                                + " bewaartermijn of vertrouwelijkheid. Verwijs met dpl.core.processing_activity_id en"
                                + " haal deze sleutel weg.")));
    }

    static Uitslag noPersons(Zicht zicht) {
        return zicht.eigen().attributen().isEmpty()
                ? Uitslag.skip("er zijn geen sleutels")
                : Uitslag.of(zicht.attributen().flatMap(Inhoudregels::person));
    }

    private static Stream<Melding> person(Attribuut a) {
        String pointer = a.pointer("personal");
        if (Woordenlijst.PERSOON.names(a) || a.persoonsgegeven().equals("direct")) {
            return Stream.of(Melding.at(
                    pointer,
                    "De sleutel " + Citaat.of(a.sleutel())
                            + " wijst een persoon direct aan (zoals BSN, naam of adres). Dat"
                            + " mag niet in een logregel; een betrokkene staat alleen versleuteld in"
                            + " dpl.core.data_subject_id."));
        }
        if (a.voorbeelden().stream().flatMap(List::stream).anyMatch(Waardetoets.of(a)::looksLikeBsn)) {
            return Stream.of(Melding.at(
                    a.pointer("examples"),
                    "Een voorbeeld bij " + Citaat.of(a.sleutel())
                            + " lijkt op een burgerservicenummer. Gebruik een ander voorbeeld, of leg met pattern vast"
                            + " wat hier wel staat."));
        }
        return switch (a.persoonsgegeven()) {
            case "pseudonym" ->
                Stream.of(Melding.at(
                        pointer,
                        "Een pseudoniem van een betrokkene staat alleen in dpl.core.data_subject_id, en niet in "
                                + Citaat.of(a.sleutel()) + "."));
            case "" ->
                Stream.of(Melding.at(
                        pointer,
                        "Er staat niet of " + Citaat.of(a.sleutel()) + " over personen gaat. Kies personal: none,"
                                + " organisation of indirect."));
            default -> Stream.empty();
        };
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.extensie.Definitie.Protocol;
import nl.ddas.logboek.extensie.Document.Scenario;
import nl.ddas.logboek.model.Regelcode;
import nl.ddas.logboek.model.Verboden;

/// How an extension stands to the core standard (EXT-1 to EXT-6, EXT-8).
final class Kernregels {

    private static final Set<String> PLACES = Set.of("attributes", "resource");
    private static final Set<String> CORE_PROTOCOLS =
            Set.of("otlp", "trace-context", "w3c trace context", "traceparent");

    private Kernregels() {}

    static Uitslag noConflict(Zicht zicht) {
        Stream<Melding> sleutels = zicht.attributen()
                .filter(a -> Kern.VELDEN.contains(a.sleutel()) || a.sleutel().startsWith(Kern.PREFIX))
                .map(a -> Melding.at(
                        a.pointer(),
                        "De sleutel " + Citaat.of(a.sleutel())
                                + " is van de kern en mag een extensie niet opnieuw vastleggen. Kies een eigen sleutel,"
                                + " of laat het attribuut weg."));
        Stream<Melding> anders = each(
                "/core/overrides",
                zicht.eigen().kern().overschrijft(),
                naam -> "De extensie wil " + naam + " van de kern overschrijven. Dat mag niet; haal dit weg.");
        Stream<Melding> losser = each(
                "/core/relaxes",
                zicht.eigen().kern().versoepelt(),
                naam -> "De extensie wil de eis " + naam + " van de kern versoepelen. Dat mag niet; haal dit weg.");
        return Uitslag.of(Stream.of(sleutels, anders, losser).flatMap(s -> s));
    }

    private static Stream<Melding> each(String pointer, List<String> namen, UnaryOperator<String> zin) {
        return namen.stream().map(naam -> Melding.at(pointer, zin.apply(Citaat.of(naam))));
    }

    static Uitslag examplesKeepTheCore(Zicht zicht) {
        List<Scenario> scenarios = zicht.eigen().document().scenarios();
        return scenarios.stream().allMatch(scenario -> scenario.regels().isEmpty())
                ? Uitslag.skip("er zijn geen voorbeeldregels")
                : Uitslag.of(scenarios.stream().flatMap(scenario -> lines(zicht.kern(), scenario)));
    }

    private static Stream<Melding> lines(Kern kern, Scenario scenario) {
        return IntStream.range(0, scenario.regels().size())
                .boxed()
                .flatMap(i -> line(kern, scenario.regels().get(i), pointer(scenario, i)));
    }

    /// JSON pointer of an example line.
    static String pointer(Scenario scenario, int regel) {
        return "/doc/gebruiksscenarios/" + scenario.nummer() + "/lines/" + regel;
    }

    private static Stream<Melding> line(Kern kern, JsonObject regel, String pointer) {
        return switch (kern.judge(regel)) {
            case Kern.Oordeel.Goed() -> Stream.empty();
            case Kern.Oordeel.Fout(List<Kern.Bezwaar> bezwaren) ->
                bezwaren.stream()
                        .map(bezwaar -> Melding.at(
                                pointer,
                                "Deze voorbeeldregel houdt zich niet aan de kern: " + bezwaar.veld() + " "
                                        + bezwaar.melding() + ". Schrijf een hele logregel op."));
        };
    }

    static Uitslag onlyOpenPlaces(Zicht zicht) {
        return Uitslag.of(zicht.attributen()
                .filter(a -> !PLACES.contains(a.locatie()))
                .map(a -> Melding.at(
                        a.pointer("location"),
                        "Een sleutel van een extensie staat in attributes of in resource; dat zijn de plaatsen die de"
                                + " kern open laat. Hier staat " + Citaat.of(a.locatie()) + ".")));
    }

    static Uitslag addsOptionally(Zicht zicht) {
        return Uitslag.of(zicht.attributen()
                .filter(a -> a.vereiste() instanceof Vereiste.Altijd)
                .map(a -> Melding.at(
                        a.pointer("required"),
                        "De sleutel " + Citaat.of(a.sleutel())
                                + " is verplicht op elke regel van het logboek, ook buiten de extensie. Kies"
                                + " required: extension, of een voorwaarde met when.")));
    }

    static Uitslag noOtherProtocol(Zicht zicht) {
        List<Protocol> protocollen = zicht.eigen().protocollen();
        return protocollen.isEmpty()
                ? Uitslag.skip("er zijn geen extra protocollen")
                : Uitslag.of(IntStream.range(0, protocollen.size())
                        .boxed()
                        .flatMap(i -> protocol(protocollen.get(i), "/protocols/" + i)));
    }

    private static Stream<Melding> protocol(Protocol protocol, String pointer) {
        String naam = protocol.naam().toLowerCase(Locale.ROOT);
        if (!protocol.relatie().equals("adds")) {
            return Stream.of(Melding.at(
                    pointer + "/relation",
                    "Een extensie mag een protocol alleen toevoegen (adds); hier staat " + Citaat.of(protocol.relatie())
                            + ". De protocollen van de kern blijven zoals ze zijn."));
        }
        if (CORE_PROTOCOLS.contains(naam) || naam.matches(".*trace.*header.*|x-.*trace.*|b3")) {
            return Stream.of(Melding.at(
                    pointer + "/name",
                    "Voor " + Citaat.of(protocol.naam())
                            + " heeft de kern al een protocol (OTLP en W3C Trace Context). Haal dit weg."));
        }
        return protocol.passendBij().isEmpty()
                ? Stream.of(Melding.at(
                        pointer + "/compatibleWith",
                        "Er staat niet bij met welk protocol van de kern dit samengaat. Noem otlp of trace-context."))
                : Stream.empty();
    }

    static Uitslag namesTheCore(Zicht zicht) {
        String versie = zicht.eigen().kern().versie();
        if (versie.isEmpty()) {
            return Uitslag.of(Melding.at(
                    "/core/version",
                    "Er staat niet bij welke versies van de kern deze extensie past. Schrijf bijvoorbeeld"
                            + " version: \">=1.0.0 <2.0.0\"."));
        }
        Optional<Versiebereik> bereik = Versiebereik.of(versie);
        if (bereik.isEmpty()) {
            return Uitslag.of(Melding.at(
                    "/core/version",
                    Citaat.of(versie) + " is geen bereik van versies. Schrijf bijvoorbeeld \">=1.0.0 <2.0.0\"."));
        }
        return Kern.VERSIES.stream().anyMatch(bereik.get()::contains)
                ? Uitslag.of()
                : Uitslag.of(Melding.at(
                        "/core/version",
                        "In het bereik " + Citaat.of(versie) + " valt geen versie van de kern die is vastgesteld ("
                                + String.join(", ", Kern.VERSIES) + ")."));
    }

    static Uitslag keepsExchangeAsItIs(Zicht zicht) {
        return Uitslag.of(zicht.attributen()
                .filter(a -> !a.uitwisseling().isEmpty())
                .filter(Kernregels::disturbs)
                .map(a -> Melding.at(
                        a.pointer("exchange"),
                        "Tussen organisaties gaat alleen mee wat de trace bij elkaar houdt. De sleutel "
                                + Citaat.of(a.sleutel())
                                + " zou inhoud, vertrouwelijkheid, bewaren of een eigen header meegeven. Zet exchange"
                                + " op false.")));
    }

    private static boolean disturbs(Attribuut a) {
        return !a.uitwisseling().equals("true")
                || !a.detailniveau().equals("1")
                || !a.persoonsgegeven().equals("none")
                || Verboden.find(a.sleutel())
                        .filter(code -> code == Regelcode.CONFIDENTIALITY || code == Regelcode.RETENTION)
                        .isPresent();
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.ddas.authority.CaOutcome;
import nl.ddas.authority.CaSettings;
import nl.ddas.authority.CaSignature;
import nl.ddas.authority.IdentityProof;
import nl.ddas.authority.Issued;
import nl.ddas.authority.OwnAuthority;
import nl.ddas.authority.PartyRequest;
import nl.ddas.authority.RequestFiles;
import nl.ddas.authority.RequestReading;
import nl.ddas.authority.RevocationReason;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Purpose;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ddas vertrouwen ca`: an own trust anchor for parties without PKIoverheid.
@Command(
        name = "ca",
        description = {
            "Een eigen uitgever van certificaten, voor partijen die geen certificaten van PKIoverheid kunnen krijgen.",
            "Wat de ene beheerder voorstelt, keurt een ander goed. Uitleg: docs/nl/certificaten.md."
        })
final class CaOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Spec
    CommandSpec opdracht = CommandSpec.create();

    private final Omgeving omgeving;

    private CaOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    /// The command with its parts.
    static CommandLine met(Omgeving omgeving) {
        return new CommandLine(new CaOpdracht(omgeving))
                .addSubcommand(new CaKeurOpdracht(omgeving))
                .addSubcommand(new CaLijstOpdracht(omgeving))
                .addSubcommand(new CaCrlOpdracht(omgeving))
                .addSubcommand(new CaOefeningOpdracht(omgeving))
                .addSubcommand(new CaBeheerderOpdracht(omgeving));
    }

    @Override
    public Integer call() {
        opdracht.commandLine().usage(omgeving.uit());
        return Uitgang.GOED;
    }

    @Command(
            name = "begin",
            description = {
                "Maakt een uitgever: de stamsleutel, de uitgeversleutel, en de eerste twee beheerders.",
                "Haal de stamsleutel daarna weg van deze machine."
            })
    int begin(
            @Mixin CaOpties opties,
            @Mixin CaOpties.Wie wie,
            @Mixin CaOpties.Geheimen geheimen,
            @Option(
                            names = "--tweede",
                            required = true,
                            paramLabel = "PEM",
                            description = "Certificaat van de tweede beheerder.")
                    Path tweede,
            @Mixin Begin begin)
            throws IOException {
        Optional<String> bezwaar = OwnAuthority.begin(
                opties.ca,
                begin.instellingen(),
                geheimen.lees(opties.ca, omgeving.variabelen()),
                wie.lees(),
                Beheerderssleutel.persoon(tweede),
                omgeving.klok(),
                new SecureRandom());
        if (bezwaar.isPresent()) {
            throw new VerkeerdGebruik(klein(bezwaar.get()));
        }
        omgeving.uit().println("De uitgever staat in " + opties.ca + ".");
        omgeving.uit().println("  stam.pem          het anker: geef dit aan alle partijen");
        omgeving.uit().println("  stam-sleutel.pem  haal dit bestand weg van deze machine en bewaar het in een kluis");
        omgeving.uit()
                .println(
                        "  publicatie        zet dit op " + begin.instellingen().published());
        return Uitgang.GOED;
    }

    private static String klein(String zin) {
        String eerst = zin.substring(0, 1).toLowerCase(Locale.ROOT) + zin.substring(1);
        return eerst.endsWith(".") ? eerst.substring(0, eerst.length() - 1) : eerst;
    }

    /// What is decided once.
    static final class Begin {
        @Option(names = "--naam", required = true, paramLabel = "NAAM", description = "Naam van de organisatie.")
        String naam = "";

        @Option(names = "--omgeving", required = true, paramLabel = "WOORD", description = "demo, test of productie.")
        String omgeving = "";

        @Option(
                names = "--beleid",
                required = true,
                paramLabel = "OID",
                description = "Uw reeks van objectnummers, zoals 2.16.528.1.1003.9.")
        String beleid = "";

        @Option(
                names = "--adres",
                required = true,
                paramLabel = "URL",
                description = "Webadres waar lijsten en certificaten komen te staan, zoals http://ca.stelsel.nl.")
        String adres = "";

        @Option(
                names = "--handtekening",
                paramLabel = "WOORD",
                description = "pss (standaard), of rsa voor partijen met oude programma's.")
        String handtekening = "pss";

        @Option(
                names = "--domein",
                paramLabel = "DOMEIN",
                description = "Alleen hostnamen hieronder krijgen een certificaat (standaard: alle). Mag vaker.")
        List<String> domeinen = new ArrayList<>();

        CaSettings instellingen() {
            Environment waar = CaSettings.environment(omgeving)
                    .orElseThrow(() ->
                            new VerkeerdGebruik("--omgeving is demo, test of productie, en dit is '" + omgeving + "'"));
            URI plek = CaSettings.published(adres)
                    .orElseThrow(() -> new VerkeerdGebruik(
                            "--adres is een webadres zoals http://ca.stelsel.nl, en dit is '" + adres + "'"));
            CaSignature hoe = CaSignature.of(handtekening)
                    .orElseThrow(() ->
                            new VerkeerdGebruik("--handtekening is pss of rsa, en dit is '" + handtekening + "'"));
            if (!CaSettings.isArc(beleid)) {
                throw new VerkeerdGebruik(
                        "--beleid is een reeks getallen met punten, zoals 2.16.528.1, en dit is '" + beleid + "'");
            }
            try {
                return new CaSettings(naam, waar, beleid, plek, hoe, domeinen);
            } catch (IllegalArgumentException vreemd) {
                throw new VerkeerdGebruik(
                        "de naam heeft 1 tot 64 gewone tekens, zonder spatie aan het begin of eind, en een domein"
                                + " kleine letters, cijfers, streepjes en punten");
            }
        }
    }

    @Command(
            name = "aanvraag",
            description = "Leest de drie aanvragen van een partij en stelt voor om er certificaten voor te geven.")
    int aanvraag(
            @Mixin CaOpties opties,
            @Mixin CaOpties.Wie wie,
            @Mixin Bewijs bewijs,
            @Parameters(paramLabel = "MAP", description = "Map met de drie .csr-bestanden.") Path map)
            throws IOException {
        IdentityProof vastgesteld = bewijs.lees();
        return opties.voer(omgeving, uitgever -> {
            PartyRequest gevraagd = lees(map, uitgever);
            toon(gevraagd);
            return gevolg(uitgever.request(gevraagd, vastgesteld, wie.lees()));
        });
    }

    @Command(
            name = "vernieuwen",
            description = {
                "Stelt voor om nieuwe certificaten te geven in plaats van die van een eerdere aanvraag.",
                "Zonder MAP voor dezelfde sleutels, met MAP voor nieuwe. De oude blijven gelden tot ze aflopen."
            })
    int vernieuwen(
            @Mixin CaOpties opties,
            @Mixin CaOpties.Wie wie,
            @Mixin Bewijs bewijs,
            @Parameters(paramLabel = "NUMMER", description = "Nummer van de eerdere aanvraag.") long nummer,
            @Parameters(arity = "0..1", paramLabel = "MAP", description = "Map met drie nieuwe .csr-bestanden.")
                    Optional<Path> map)
            throws IOException {
        return opties.voer(omgeving, uitgever -> {
            List<PartyRequest> nieuw = map.isPresent() ? List.of(lees(map.get(), uitgever)) : List.of();
            return gevolg(uitgever.renew(nummer, nieuw, bewijs.lees(), wie.lees()));
        });
    }

    @Command(
            name = "intrekken",
            description = {
                "Stelt voor om certificaten in te trekken: alle van een aanvraag, of die met deze serienummers.",
                "Is een sleutel gelekt, dan gaat elk certificaat voor die sleutel dat nog geldt mee.",
                "Na goedkeuring staan ze meteen op de intrekkingslijst."
            })
    int intrekken(
            @Mixin CaOpties opties,
            @Mixin CaOpties.Wie wie,
            @Option(
                            names = "--reden",
                            required = true,
                            paramLabel = "WOORD",
                            description = "sleutel-gelekt, gegevens-gewijzigd, vervangen, gestopt, recht-vervallen of"
                                    + " geen-reden.")
                    String reden,
            @Option(names = "--aanvraag", paramLabel = "NUMMER", description = "Alle van deze aanvraag.")
                    Optional<Long> aanvraag,
            @Parameters(arity = "0..*", paramLabel = "SERIE", description = "Serienummers, zoals ca lijst ze toont.")
                    List<String> series)
            throws IOException {
        RevocationReason waarom = RevocationReason.of(reden)
                .filter(een -> een != RevocationReason.CA_COMPROMISE)
                .orElseThrow(() -> new VerkeerdGebruik("'" + reden + "' is geen reden die hier kan. Kies uit: "
                        + "sleutel-gelekt, gegevens-gewijzigd, vervangen, gestopt, recht-vervallen, geen-reden"));
        if (aanvraag.isEmpty() && (series == null || series.isEmpty())) {
            throw new VerkeerdGebruik("zeg wat er wordt ingetrokken: met --aanvraag NUMMER, of met serienummers");
        }
        return opties.voer(omgeving, uitgever -> {
            List<BigInteger> welke = new ArrayList<>(
                    series == null
                            ? List.of()
                            : series.stream().map(CaOpdracht::serie).toList());
            aanvraag.ifPresent(nummer -> welke.addAll(inTeTrekken(uitgever, nummer, waarom)));
            return getoond(uitgever, uitgever.revoke(welke, waarom, wie.lees()));
        });
    }

    /// Shows all that will be revoked: it may be more than was named.
    private int getoond(OwnAuthority uitgever, CaOutcome uitkomst) {
        if (uitkomst instanceof CaOutcome.Done(long id)) {
            uitgever.approvals().proposal(id).ifPresent(voorstel -> new CaWeergave(omgeving.uit())
                    .voorstel(voorstel, uitgever, omgeving.klok().instant()));
        }
        return gevolg(uitkomst);
    }

    private static List<BigInteger> inTeTrekken(OwnAuthority uitgever, long aanvraag, RevocationReason waarom) {
        List<BigInteger> series = uitgever.register().of(aanvraag).stream()
                .filter(een -> een.revoked()
                        .map(eerder -> waarom.outweighs(eerder.reason()))
                        .orElse(true))
                .map(Issued::serial)
                .toList();
        if (series.isEmpty()) {
            throw new VerkeerdGebruik("van aanvraag " + aanvraag
                    + " is geen certificaat in te trekken. Kijk met: ddas vertrouwen ca lijst");
        }
        return series;
    }

    @Command(
            name = "opvolger",
            description = {
                "Stelt voor om een nieuwe uitgeversleutel te maken. Voor de goedkeuring is de stamsleutel nodig.",
                "Met --gelekt: de oude wordt ingetrokken, en alles wat geldt wordt opnieuw uitgegeven."
            })
    int opvolger(
            @Mixin CaOpties opties,
            @Mixin CaOpties.Wie wie,
            @Option(names = "--gelekt", description = "De uitgeversleutel van nu is gelekt.") boolean gelekt)
            throws IOException {
        return opties.voer(omgeving, uitgever -> gevolg(uitgever.succeed(gelekt, wie.lees())));
    }

    @Command(name = "logboek", description = "Toont wie wanneer wat deed, uit het ondertekende journaal.")
    int logboek(@Mixin CaOpties opties) throws IOException {
        return opties.voer(omgeving, uitgever -> {
            new CaWeergave(omgeving.uit())
                    .logboek(
                            uitgever.approvals().history(), uitgever.approvals().head());
            return Uitgang.GOED;
        });
    }

    /// How we know who asks.
    static final class Bewijs {
        @Option(
                names = "--bewijs",
                required = true,
                paramLabel = "TEKST",
                description = "Hoe u hebt vastgesteld dat de partij is wie zij zegt.")
        String tekst = "";

        @Option(
                names = "--kenmerk",
                required = true,
                paramLabel = "KENMERK",
                description = "Waar dat terug te vinden is.")
        String kenmerk = "";

        IdentityProof lees() {
            try {
                return new IdentityProof(tekst, kenmerk);
            } catch (IllegalArgumentException lang) {
                throw new VerkeerdGebruik("--bewijs heeft 1 tot 500 tekens, en --kenmerk 1 tot 100");
            }
        }
    }

    private int gevolg(CaOutcome uitkomst) {
        return CaOpties.toon(
                omgeving,
                uitkomst,
                "Voorstel {id} staat klaar. Een andere beheerder keurt het goed met: ddas vertrouwen ca keur {id}");
    }

    private static PartyRequest lees(Path map, OwnAuthority uitgever) throws IOException {
        if (!Files.isDirectory(map)) {
            throw new VerkeerdGebruik("de map " + map + " is er niet");
        }
        Map<Purpose, byte[]> gevonden = RequestFiles.read(map);
        return switch (uitgever.read(gevonden)) {
            case RequestReading.Accepted(PartyRequest gevraagd) -> gevraagd;
            case RequestReading.Refused(List<String> fouten) ->
                throw new VerkeerdGebruik(
                        "deze aanvragen kunnen niet worden aangenomen:\n  " + String.join("\n  ", fouten));
        };
    }

    private void toon(PartyRequest gevraagd) {
        omgeving.uit()
                .println("Aanvraag van " + gevraagd.holder().name() + ", nummer "
                        + gevraagd.holder().oin() + ", voor "
                        + String.join(", ", gevraagd.holder().hosts()) + ".");
        AanvraagOpdracht.vingers(gevraagd).print(omgeving.uit(), "  ");
        omgeving.uit().println("Laat de partij deze vingerafdrukken voorlezen, over een nummer dat u zelf opzoekt.");
    }

    private static BigInteger serie(String tekst) {
        try {
            return new BigInteger(tekst, 16);
        } catch (NumberFormatException anders) {
            throw new VerkeerdGebruik("'" + tekst + "' is geen serienummer. Kijk met: ddas vertrouwen ca lijst");
        }
    }
}

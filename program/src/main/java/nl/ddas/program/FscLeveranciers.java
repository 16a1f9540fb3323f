// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.levering.verzamelaar.Leverancier;
import nl.ddas.levering.verzamelaar.Leveranciers;
import nl.ddas.levering.verzamelaar.LeveranciersOnbekend;
import nl.ddas.trust.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The suppliers with which our Manager has a valid contract, reached through our Outway.
///
/// A Service counts when its name begins with [#VOORVOEGSEL] (DDAS interface specification, naming of
/// services), and a contract when one of our Outways may connect by it now. When the Manager does not answer,
/// those of the last time stand; when it never did, nobody can tell.
final class FscLeveranciers implements Leveranciers {

    /// What the name of the Service of every supplier begins with.
    static final String VOORVOEGSEL = "DDAS-schuldhulpverlening-ophaal-";

    private static final Logger LOG = LoggerFactory.getLogger(FscLeveranciers.class);
    private static final String FOUTCODE = "Fsc-Error-Code";

    private final Beheerverbinding manager;
    private final URI outway;
    private volatile Optional<List<Leverancier>> laatste = Optional.empty();
    private volatile boolean verouderd;

    /// @param outway address for our own clients
    FscLeveranciers(Beheerverbinding manager, URI outway) {
        this.manager = manager;
        this.outway = outway;
    }

    @Override
    public List<Leverancier> lijst() {
        try {
            List<Leverancier> nu = vraag();
            laatste = Optional.of(nu);
            verouderd = false;
            return nu;
        } catch (IOException | BeheerMislukt | VerkeerdGebruik weg) {
            verouderd = true;
            List<Leverancier> toen = laatste.orElseThrow(() -> new LeveranciersOnbekend(weg));
            LOG.warn(
                    "the manager does not tell which contracts are valid ({}); those of the last time stand",
                    weg.getClass().getSimpleName());
            return toen;
        }
    }

    @Override
    public List<Leverancier> bekend() {
        return laatste.orElse(List.of());
    }

    @Override
    public Optional<String> opmerking() {
        if (!verouderd) {
            return Optional.empty();
        }
        return Optional.of("de Manager zegt niet met wie er contracten zijn; "
                + (laatste.isPresent() ? "die van de vorige keer gelden nog" : "er kan niets worden opgehaald"));
    }

    /// An Inway or Outway says so in a header when it refused itself.
    @Override
    public Optional<String> weigeringOnderweg(Headers antwoord) {
        return antwoord.first(FOUTCODE)
                .filter(code -> code.matches("[A-Z_]{1,60}"))
                .map(FscLeveranciers::reden);
    }

    private static String reden(String code) {
        return switch (code) {
            case "UNKNOWN_GRANT_HASH_IN_HEADER" -> "fsc-contract-niet-geldig";
            case "ERROR_CODE_ACCESS_TOKEN_REFUSED" -> "fsc-toegangsbewijs-geweigerd";
            case String anders ->
                "fsc-"
                        + anders.replaceFirst("^ERROR_CODE_", "")
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-');
        };
    }

    /// By which Grants some Outways of ours may connect.
    ///
    /// @param sleutels SHA-256 of the keys that they have
    /// @param namen domains in their certificates, in lower case
    /// @param gemeld whether there are any; else only the Peer counts
    private record Outways(String wij, Set<String> sleutels, Set<String> namen, boolean gemeld) {

        static Outways van(String wij, List<JsonObject> outways) {
            return new Outways(
                    wij,
                    outways.stream()
                            .flatMap(een -> een.text("publicKeyThumbprint").stream())
                            .collect(Collectors.toUnmodifiableSet()),
                    outways.stream()
                            .flatMap(een -> Beheergesprek.teksten(een, "domainNames").stream())
                            .map(naam -> naam.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet()),
                    !outways.isEmpty());
        }

        boolean mogen(JsonObject grant) {
            boolean onze = grant.text("outwayPeerId").equals(Optional.of(wij));
            boolean deze =
                    grant.text("publicKeyThumbprint").filter(sleutels::contains).isPresent()
                            || grant.text("domainName")
                                    .filter(naam -> namen.contains(naam.toLowerCase(Locale.ROOT)))
                                    .isPresent();
            return onze && (deze || !gemeld);
        }
    }

    private List<Leverancier> vraag() throws IOException {
        String wij = manager.haal("/peer").text("peerId").orElse("");
        List<JsonObject> outways = Beheergesprek.lijst(manager.haal("/outways"), "outways");
        Outways gehoord = Outways.van(
                wij,
                outways.stream().filter(een -> een.bool("alive").orElse(false)).toList());
        List<JsonObject> grants = bruikbaar(Outways.van(wij, outways));
        Map<String, JsonObject> verbindingen = new TreeMap<>();
        // Newest first: an older contract about the same Service no longer counts. One for an Outway that is silent
        // counts where there is no other: it may be back when it is needed, and the supplier is one of ours.
        Stream.concat(grants.stream().filter(gehoord::mogen), grants.stream())
                .forEach(grant -> verbindingen.putIfAbsent(sleutel(grant), grant));
        return leveranciers(List.copyOf(verbindingen.values()));
    }

    /// Grants by which something can be collected now, newest contract first.
    private List<JsonObject> bruikbaar(Outways outways) throws IOException {
        List<JsonObject> grants = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject pagina = manager.haal(
                    "/contracts" + Beheergesprek.vraag("state", "VALID", "limit", "1000", "cursor", cursor));
            for (JsonObject contract : Beheergesprek.lijst(pagina, "contracts")) {
                // One that begins later, or is for a key that is not in use yet, must not stand in the way of
                // an older.
                Beheergesprek.lijst(contract, "grants").stream()
                        .filter(grant ->
                                contract.bool("usable").orElse(false) && isOphaaldienst(grant) && outways.mogen(grant))
                        .forEach(grants::add);
            }
            cursor = pagina.text("nextCursor").orElse("");
        } while (!cursor.isEmpty());
        return grants;
    }

    private static boolean isOphaaldienst(JsonObject grant) {
        Optional<GrantType> soort = grant.text("type").flatMap(GrantType::find);
        return soort.filter(GrantType::isConnection).isPresent()
                && grant.text("serviceName").orElse("").startsWith(VOORVOEGSEL);
    }

    private static String sleutel(JsonObject grant) {
        return grant.text("serviceName").orElse("") + " "
                + grant.text("providerPeerId").orElse("");
    }

    private List<Leverancier> leveranciers(List<JsonObject> grants) throws IOException {
        Map<String, String> namen = new TreeMap<>();
        for (JsonObject deelnemer : Beheergesprek.lijst(manager.haal("/peers"), "peers")) {
            namen.put(
                    deelnemer.text("peerId").orElse(""),
                    deelnemer.text("peerName").orElse(""));
        }
        List<Leverancier> leveranciers = new ArrayList<>();
        for (JsonObject grant : grants) {
            String dienst = grant.text("serviceName").orElse("").substring(VOORVOEGSEL.length());
            String aanbieder = grant.text("providerPeerId").orElse("");
            String naam = namen.getOrDefault(aanbieder, dienst);
            boolean vrij = leveranciers.stream().noneMatch(ander -> ander.naam().equals(naam));
            if (Oin.isOne(aanbieder)) {
                leveranciers.add(leverancier(vrij ? naam : naam + " (" + dienst + ")", aanbieder, grant));
            } else {
                LOG.warn("a contract is with a peer that has no OIN: nobody could have signed its messages");
            }
        }
        return List.copyOf(leveranciers);
    }

    private Leverancier leverancier(String naam, String aanbieder, JsonObject grant) {
        Headers headers = Headers.of("Fsc-Grant-Hash", grant.text("grantHash").orElse(""));
        return Leverancier.van(naam, outway, new Oin(aanbieder))
                .met(new Leverancier.Verbinding(outway, headers, Optional.empty()));
    }
}

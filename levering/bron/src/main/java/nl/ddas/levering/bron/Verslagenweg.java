// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem.Fault;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.levering.bron.Bewaarstroom.ArchiefStuk;
import nl.ddas.levering.bron.VerslagenArchief.Bewaard;
import nl.ddas.levering.bron.VerslagenArchief.Binnengekomen;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Verslagnummer;
import nl.ddas.levering.verkeer.Weigering;
import nl.ddas.trust.PayloadVerifier.Verdict.Verified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// `POST /v1/verwerkingsverslagen`: CBS delivers what it found in a delivery (S78). Only `id` is looked at
/// here; the report itself is kept as it came.
final class Verslagenweg implements Weg {

    private static final Logger LOG = LoggerFactory.getLogger(Verslagenweg.class);

    private final Ontvangst ontvangst;
    private final VerslagenArchief archief;
    private final Verslagvoorraad voorraad;
    private final long grootste;
    private final Problemen problemen;
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// @param grootste most bytes of a report
    /// @param problemen signs the answers
    Verslagenweg(
            Ontvangst ontvangst,
            VerslagenArchief archief,
            Verslagvoorraad voorraad,
            long grootste,
            Problemen problemen) {
        this.ontvangst = ontvangst;
        this.archief = archief;
        this.voorraad = voorraad;
        this.grootste = grootste;
        this.problemen = problemen;
    }

    @Override
    public Uitslag bewandel(Request verzoek) throws IOException {
        Optional<Weigering> bezwaar = ontvangst.bezwaar(verzoek);
        if (bezwaar.isPresent()) {
            return Uitslag.geweigerd(bezwaar.get());
        }
        long ruimte = ruimte(verzoek.headers());
        if (!voorraad.reserveer(ruimte)) {
            return new Uitslag.Geweigerd(Weigeringen.archiefVol(), "verslag");
        }
        try {
            return ontvang(verzoek);
        } catch (ArchiefStuk stuk) {
            LOG.error("a report could not be kept", stuk);
            return new Uitslag.Geweigerd(Weigeringen.archiefStuk(), "verslag");
        } finally {
            voorraad.geefVrij(ruimte);
        }
    }

    /// How much room a report needs: as much as it says, or the most it may be.
    private long ruimte(Headers headers) {
        Optional<String> lengte = headers.first("Content-Length").filter(tekst -> tekst.matches("\\d{1,18}"));
        return lengte.map(Long::parseLong)
                .map(bytes -> Math.min(bytes, grootste))
                .orElse(grootste);
    }

    private Uitslag ontvang(Request verzoek) throws IOException {
        String naam = archief.nieuweNaam();
        Ontvangst.Uitkomst uitkomst;
        try (Bewaarstroom uit = archief.ontvang(naam)) {
            uitkomst = ontvangst.neem(verzoek, grootste, uit);
            if (uitkomst instanceof Ontvangst.Uitkomst.Aanvaard) {
                uit.houd();
            }
        }
        return switch (uitkomst) {
            case Ontvangst.Uitkomst.Geweigerd(Weigering weigering) -> Uitslag.geweigerd(weigering);
            case Ontvangst.Uitkomst.Aanvaard(Verified handtekening, long grootte) ->
                bewaar(new Binnengekomen(naam, grootte, handtekening));
        };
    }

    private Uitslag bewaar(Binnengekomen verslag) throws IOException {
        try {
            Optional<String> id = id(verslag);
            if (id.isEmpty()) {
                return Uitslag.geweigerd(Weigering.onjuist(List.of(new Fault(
                        "/id",
                        "Verwacht werd een JSON-object met een id van 1 tot 64 letters, cijfers en streepjes."))));
            }
            return switch (archief.bewaar(id.get(), verslag)) {
                case NIEUW -> {
                    voorraad.bij(id.get(), verslag.grootte());
                    yield ontvangen(201, id.get(), Bewaard.NIEUW);
                }
                case HERHAALD -> ontvangen(200, id.get(), Bewaard.HERHAALD);
                case BOTST -> new Uitslag.Geweigerd(Weigeringen.andereInhoud(), "verslag");
            };
        } finally {
            archief.verwerp(verslag.naam());
        }
    }

    private Uitslag ontvangen(int status, String id, Bewaard bewaard) {
        byte[] inhoud = ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
        Headers headers = problemen.getekend(Headers.of("Content-Type", "application/json"), inhoud);
        String uitkomst = bewaard == Bewaard.NIEUW ? "verslag-ontvangen" : "verslag-herhaald";
        return new Uitslag.Gegeven(Response.of(status, headers, inhoud), uitkomst, "verslag");
    }

    /// The `id` of the report, empty when it is no JSON object with a good one.
    private Optional<String> id(Binnengekomen verslag) throws IOException {
        Optional<String> id = Optional.empty();
        try (InputStream in = archief.lees(verslag);
                JsonParser parser = json.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isId = parser.currentName().equals("id");
                boolean isTekst = parser.nextToken() == JsonToken.VALUE_STRING;
                if (isId && isTekst) {
                    id = Optional.of(parser.getString());
                }
                parser.skipChildren();
            }
            return parser.nextToken() == null ? id.filter(Verslagnummer::isGeldig) : Optional.empty();
        } catch (JacksonException geenJson) {
            return Optional.empty();
        }
    }
}

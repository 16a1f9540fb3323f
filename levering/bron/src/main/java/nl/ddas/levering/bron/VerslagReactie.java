// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.PlainText;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Antwoordkeuring;
import nl.ddas.levering.verkeer.Besluit;
import nl.ddas.levering.verkeer.Inhoudscodering;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.levering.verkeer.Tracekoppen;
import nl.ddas.levering.verkeer.Verslagnummer;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// Tells CBS what the supplier thinks of a Verwerkingsverslag: signed `POST /v1/verwerkingsverslagen/{id}`.
public final class VerslagReactie {

    /// What CBS answered.
    public sealed interface Antwoord {
        record Aangenomen() implements Antwoord {}

        /// An answer says that it was taken, and that answer is not certainly of the collector: what became of the
        /// decision is not known, and taking it again does no harm.
        ///
        /// @param reden code of what is wrong with the answer, kebab-case
        record Onzeker(String reden) implements Antwoord {}

        /// The decision cannot be taken, now or later.
        ///
        /// @param status HTTP status
        /// @param uitleg what the collector says about it, Dutch; empty when it says nothing
        record Geweigerd(int status, String uitleg) implements Antwoord {}

        /// Something failed on the other side, or it is busy: the same decision may be taken later.
        ///
        /// @param status HTTP status: 408, 429 or 5xx
        /// @param uitleg what the collector says about it, Dutch; empty when it says nothing
        record NuNiet(int status, String uitleg) implements Antwoord {}
    }

    private static final int MEESTE_UITLEG = 16 * 1024;

    private final HttpClient client;
    private final PayloadSigner ondertekenaar;
    private final Antwoordkeuring keuring;
    private final URI verzamelaar;
    private final Bronregels regels;
    private final Function<String, Optional<VerslagenArchief.Gelezen>> verslagen;

    /// @param keuring knows who collects
    /// @param verzamelaar address of the collector, up to and with `/v1`
    public VerslagReactie(HttpClient client, PayloadSigner ondertekenaar, Antwoordkeuring keuring, URI verzamelaar) {
        this(
                client,
                ondertekenaar,
                keuring,
                verzamelaar,
                new Bronregels(Optional.empty(), Afzenderbepaling.uitTls(), Optional.empty(), ""),
                id -> Optional.empty());
    }

    private VerslagReactie(
            HttpClient client,
            PayloadSigner ondertekenaar,
            Antwoordkeuring keuring,
            URI verzamelaar,
            Bronregels regels,
            Function<String, Optional<VerslagenArchief.Gelezen>> verslagen) {
        this.client = client;
        this.ondertekenaar = ondertekenaar;
        this.keuring = keuring;
        this.verzamelaar = verzamelaar;
        this.regels = regels;
        this.verslagen = verslagen;
    }

    /// The same, accounting for itself in a log.
    ///
    /// @param archief tells what delivery a report is about
    /// @param naam what the deliveries are called after: the software they come from
    public VerslagReactie met(Logboekaansluiting logboek, VerslagenArchief archief, String naam) {
        Bronregels inLogboek = new Bronregels(
                Optional.of(logboek), Afzenderbepaling.uitTls(), Oin.of(ondertekenaar.certificate()), naam);
        return new VerslagReactie(client, ondertekenaar, keuring, verzamelaar, inLogboek, archief::lees);
    }

    /// Sends the decision; doing so twice does no harm.
    ///
    /// @throws IOException when the collector cannot be reached
    /// @throws IllegalArgumentException when the id cannot be one
    public Antwoord stuur(String id, Besluit besluit) throws IOException {
        if (!Verslagnummer.isGeldig(id)) {
            throw new IllegalArgumentException("VerslagReactie: expected letters, digits and hyphens as id");
        }
        return regels.besluit(besluit, () -> {
            verslagen
                    .apply(id)
                    .ifPresent(verslag -> regels.overVerslag(Afnemer.van(verslag.afzender()), verslag.kop()));
            return verstuur(id, besluit);
        });
    }

    private Antwoord verstuur(String id, Besluit besluit) throws IOException {
        byte[] inhoud = besluit.bericht();
        Headers headers = ondertekenaar
                .sign(inhoud)
                .addTo(Inhoudscodering.zonder(
                        Tracekoppen.bij(Headers.of("Content-Type", "application/json", "Accept", "application/json"))));
        URI adres = URI.create(verzamelaar + "/verwerkingsverslagen/" + id);
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call("POST", adres, headers, inhoud))) {
            boolean ingepakt = Inhoudscodering.van(antwoord.headers()).isPresent();
            byte[] gelezen = ingepakt ? new byte[0] : antwoord.body().readNBytes(MEESTE_UITLEG);
            if (antwoord.status() / 100 != 2) {
                return geweigerd(antwoord.status(), uitleg(gelezen));
            }
            return ingepakt ? new Antwoord.Onzeker(Inhoudscodering.REDEN) : aangenomen(antwoord, gelezen, id, besluit);
        }
    }

    private Antwoord aangenomen(HttpClient.Answer antwoord, byte[] inhoud, String id, Besluit besluit)
            throws IOException {
        Optional<Verdict.Refused> bezwaar = keuring.bezwaar(antwoord, inhoud);
        if (bezwaar.isPresent()) {
            return new Antwoord.Onzeker(bezwaar.get().code());
        }
        JsonObject gezegd = object(inhoud);
        boolean hierover = gezegd.text("id").equals(Optional.of(id))
                && gezegd.text("besluit").equals(Optional.of(besluit.tekst()));
        return hierover ? new Antwoord.Aangenomen() : new Antwoord.Onzeker("antwoord-op-ander-verzoek");
    }

    private static JsonObject object(byte[] inhoud) {
        return JsonReading.of(inhoud) instanceof JsonReading.Read(JsonObject object) ? object : JsonObject.EMPTY;
    }

    /// The `detail` of a problem (RFC 9457), without what steers a terminal. Another body is no message for
    /// users: it may be the page of a proxy.
    private static String uitleg(byte[] inhoud) {
        return PlainText.shown(object(inhoud).text("detail").orElse("")).strip();
    }

    private static Antwoord geweigerd(int status, String uitleg) {
        return Antwoordkeuring.kanLater(status)
                ? new Antwoord.NuNiet(status, uitleg)
                : new Antwoord.Geweigerd(status, uitleg);
    }
}

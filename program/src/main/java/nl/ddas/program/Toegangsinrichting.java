// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.access.Decision;
import nl.ddas.access.DecisionLog;
import nl.ddas.access.DecisionPoint;
import nl.ddas.access.Judge;
import nl.ddas.access.LoggedDecisions;
import nl.ddas.access.RemoteDecisionPoint;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.levering.bron.BronOnderdelen;
import nl.ddas.levering.toegang.EigenBeslispunt;
import nl.ddas.levering.toegang.Reikwijdte;

/// Who decides what goes to whom: nobody (whoever may come in gets all), rules of our own, or a decision point
/// elsewhere.
///
/// @param beleid folder of the rules that two operators agreed on
/// @param beslispunt base address of a decision point (AuthZEN)
/// @param geduld longest wait for its answer
/// @param besluiten folder with what was decided
/// @param bewaren how long that stays, in days
record Toegangsinrichting(
        Optional<Path> beleid, Optional<URI> beslispunt, Duration geduld, Path besluiten, Period bewaren) {

    private static final Duration VERBINDEN = Duration.ofSeconds(2);

    /// @throws IllegalArgumentException naming the key that is wrong
    static Toegangsinrichting lees(Settings settings) {
        Optional<Path> beleid = settings.optional("beleid-map").map(Path::of);
        Optional<URI> beslispunt = settings.value(
                "beslispunt", "een adres als https://beslispunt.voorbeeld.nl", Toegangsinrichting::adres);
        if (beleid.isPresent() && beslispunt.isPresent()) {
            throw settings.unfit("beslispunt", "niets, omdat beleid-map er ook staat: een van de twee beslist");
        }
        return new Toegangsinrichting(
                beleid,
                beslispunt,
                settings.duration("beslispunt-geduld", Duration.ofMillis(500)),
                settings.optional("besluiten-map")
                        .map(Path::of)
                        .orElseGet(() -> Path.of(settings.required("opslag-map"), "besluiten")),
                Period.ofDays(Math.toIntExact(settings.duration("besluiten-bewaren", Duration.ofDays(400))
                        .toDays())));
    }

    private static Optional<URI> adres(String tekst) {
        return Optional.of(URI.create(tekst))
                .filter(uri -> uri.getHost() != null)
                .filter(uri -> "https".equals(uri.getScheme()));
    }

    /// Puts together who decides.
    ///
    /// @param tls with which a decision point elsewhere is asked at first
    /// @throws IOException when the rules cannot be read
    Beslissing maak(Network network, Supplier<Tls> tls, Clock klok) throws IOException {
        if (beleid.isPresent()) {
            VastgesteldBeleid vastgesteld = new VastgesteldBeleid(beleid.get(), klok);
            return beslissing(new EigenBeslispunt(vastgesteld), klok);
        }
        if (beslispunt.isPresent()) {
            HttpClient client =
                    HttpClient.open(network, new HttpClient.Config(Optional.of(tls.get()), VERBINDEN, VERBINDEN));
            DecisionPoint ander = new RemoteDecisionPoint(client, beslispunt.get(), geduld);
            JsonObject naam =
                    JsonObject.EMPTY.with("beslispunt", beslispunt.get().toString());
            return beslissing(Judge.of(ander, naam), klok).met(client);
        }
        DecisionPoint alles = vraag -> Decision.permit(Reikwijdte.ALLES.toJson());
        return beslissing(Judge.of(alles, JsonObject.EMPTY.with("beslispunt", "wie is toegelaten")), klok);
    }

    private Beslissing beslissing(Judge wie, Clock klok) {
        DecisionLog log = new DecisionLog(besluiten, bewaren, klok, new SecureRandom());
        return new Beslissing(new LoggedDecisions(wie, log), log, Optional.empty());
    }

    /// Who decides, with what must be closed afterwards.
    ///
    /// @param client to the decision point elsewhere; must follow our keys and lists, as the API does
    record Beslissing(DecisionPoint punt, DecisionLog log, Optional<HttpClient> client) implements AutoCloseable {
        BronOnderdelen.Beslissing voorBron() {
            return new BronOnderdelen.Beslissing(
                    punt, log::removeOld, List.copyOf(client.stream().toList()));
        }

        private Beslissing met(HttpClient naarElders) {
            return new Beslissing(punt, log, Optional.of(naarElders));
        }

        @Override
        public void close() throws IOException {
            client.ifPresent(HttpClient::close);
            log.close();
        }
    }
}

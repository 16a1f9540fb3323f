// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Response;
import nl.ddas.levering.verkeer.Ondertekenproef;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `GET /health` for the administrator: can gegevens be delivered, how old are they, and is there room for reports.
final class Gezondheid {

    /// How it stands with the delivery of gegevens.
    enum Status {
        GOED("goed", true),
        /// The last refresh failed; the old snapshot serves.
        VEROUDERD("verouderd", true),
        TE_OUD("te-oud", false),
        GEEN_MOMENTOPNAME("geen-momentopname", false),
        /// The key for signing does not work now.
        ONDERTEKENEN_LUKT_NIET("ondertekening-niet-beschikbaar", false);

        private final String tekst;
        private final boolean levert;

        Status(String tekst, boolean levert) {
            this.tekst = tekst;
            this.levert = levert;
        }

        /// The word as written in JSON.
        String tekst() {
            return tekst;
        }

        /// Whether gegevens are delivered.
        boolean levert() {
            return levert;
        }
    }

    record Stand(Status status, Optional<Momentopname> momentopname, Optional<Momentopnamen.Mislukking> mislukking) {}

    private final Momentopnamen momentopnamen;
    private final Verslagvoorraad verslagen;
    private final BronConfig config;
    private final Clock clock;
    private final Supplier<Optional<String>> opmerking;
    private final Supplier<String> logboek;
    private final Ondertekenproef proef;
    private final JsonFactory json = new JsonFactory();

    /// @param opmerking about the key material; empty when all is well
    /// @param logboek how it stands with the log
    /// @param proef whether the key for signing works
    Gezondheid(
            Momentopnamen momentopnamen,
            Verslagvoorraad verslagen,
            BronConfig config,
            Clock clock,
            Supplier<Optional<String>> opmerking,
            Supplier<String> logboek,
            Ondertekenproef proef) {
        this.proef = proef;
        this.logboek = logboek;
        this.momentopnamen = momentopnamen;
        this.verslagen = verslagen;
        this.config = config;
        this.clock = clock;
        this.opmerking = opmerking;
    }

    Stand stand() {
        Optional<Momentopname> momentopname = momentopnamen.standaard();
        Optional<Momentopnamen.Mislukking> mislukking = momentopnamen.mislukking();
        Status bruikbaar = mislukking.isPresent() ? Status.VEROUDERD : Status.GOED;
        Status status = momentopname
                .map(opname -> isTeOud(opname) ? Status.TE_OUD : bruikbaar)
                .orElse(Status.GEEN_MOMENTOPNAME);
        return new Stand(proef.lukt() ? status : Status.ONDERTEKENEN_LUKT_NIET, momentopname, mislukking);
    }

    private boolean isTeOud(Momentopname momentopname) {
        return leeftijd(momentopname).compareTo(config.gegevens().verversing().maximaleLeeftijd()) > 0;
    }

    Duration leeftijd(Momentopname momentopname) {
        return momentopname.leeftijd(clock.instant());
    }

    Response antwoord() {
        Stand stand = stand();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator uit = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            schrijf(stand, uit);
        }
        return Response.of(
                stand.status().levert() ? 200 : 503,
                Headers.of("Content-Type", "application/json"),
                bytes.toByteArray());
    }

    private void schrijf(Stand stand, JsonGenerator uit) {
        Instant nu = clock.instant();
        uit.writeStartObject();
        uit.writeStringProperty("status", stand.status().tekst());
        uit.writeStringProperty("naam", config.naam());
        uit.writeStringProperty("logboek", logboek.get());
        opmerking.get().ifPresent(tekst -> uit.writeStringProperty("verbinding", tekst));
        uit.writeBooleanProperty(
                "open",
                config.toegang()
                        .beschikbaarheid()
                        .totOpen(nu)
                        .filter(Duration::isZero)
                        .isPresent());
        stand.momentopname().ifPresent(momentopname -> schrijf(momentopname, nu, uit));
        stand.mislukking().ifPresent(mislukking -> schrijf(mislukking, uit));
        schrijf(verslagen.stand(), uit);
        uit.writeEndObject();
    }

    private static void schrijf(Momentopname momentopname, Instant nu, JsonGenerator uit) {
        uit.writeObjectPropertyStart("momentopname");
        uit.writeStringProperty("periodeStart", momentopname.periode().start().toString());
        uit.writeStringProperty("periodeEind", momentopname.periode().eind().toString());
        uit.writeStringProperty(
                "gemaaktOp",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        momentopname.index().moment()));
        uit.writeNumberProperty("leeftijdSeconden", momentopname.leeftijd(nu).toSeconds());
        uit.writeNumberProperty("trajecten", momentopname.index().aantal());
        uit.writeEndObject();
    }

    private static void schrijf(Momentopnamen.Mislukking mislukking, JsonGenerator uit) {
        uit.writeObjectPropertyStart("laatsteMislukking");
        uit.writeStringProperty("moment", mislukking.moment().toString());
        uit.writeStringProperty(
                "reden",
                mislukking.uitkomst().reden().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        uit.writeNumberProperty("fouten", mislukking.uitkomst().aantal());
        uit.writeEndObject();
    }

    private static void schrijf(Verslagvoorraad.Stand stand, JsonGenerator uit) {
        uit.writeObjectPropertyStart("verslagen");
        uit.writeNumberProperty("aantal", stand.aantal());
        uit.writeNumberProperty("bytes", stand.bytes());
        uit.writeNumberProperty("hoogstensBytes", stand.hoogstens());
        uit.writeBooleanProperty("vol", stand.vol());
        uit.writeEndObject();
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;

/// Reads what a version says. The names of the form live here and in [Inhoudschrijver]; those of the draft API keep its
/// spelling.
final class Inhoudlezer {

    private Inhoudlezer() {}

    /// Reads the content, judges it by [Inhoudregels], and never fails: what is wrong is told to the card.
    static Inhoud read(Kaart kaart) {
        Inhoud inhoud = new Inhoud(
                kaart.text("name"),
                kaart.text("purpose"),
                Waarden.words(kaart, "legalBasis", LegalBasis.class),
                kaart.text("legalBasisComment"),
                Waarden.words(kaart, "dataSubjects", DataSubject.class),
                personal(kaart.map("personalData")),
                Waarden.words(kaart, "processingOptions", ProcessingOption.class),
                kaart.maps("recipients").stream()
                        .flatMap(one -> recipient(one).stream())
                        .toList(),
                kaart.maps("measures").stream()
                        .flatMap(one -> measure(one).stream())
                        .toList(),
                logging(kaart),
                new Verband(
                        Waarden.uuid(kaart, "controllerId"),
                        Waarden.uuid(kaart, "parentId"),
                        Waarden.uris(kaart, "externalRefs")),
                kaart.flag("ended"));
        Inhoudregels.judge(inhoud, kaart);
        return inhoud;
    }

    /// What a version that was stored by us says.
    ///
    /// @throws IllegalStateException when it is no content of ours
    static Inhoud stored(JsonObject json) {
        Fouten fouten = new Fouten(Map.of());
        Kaart kaart = new Kaart(json, "", fouten);
        Inhoud inhoud = read(kaart);
        kaart.end();
        if (!fouten.isEmpty()) {
            throw new IllegalStateException("a stored version cannot be read: "
                    + fouten.all().getFirst().pointer());
        }
        return inhoud;
    }

    private static Persoonsgegevens personal(Kaart kaart) {
        Persoonsgegevens gegevens =
                new Persoonsgegevens(kaart.texts("categories"), Waarden.period(kaart, "retentionPeriod"));
        kaart.end();
        return gegevens;
    }

    private static Optional<Ontvanger> recipient(Kaart kaart) {
        Optional<Ontvanger> ontvanger = Waarden.word(kaart, "legalRole", LegalRole.class)
                .flatMap(role -> Waarden.uuid(kaart, "entityId").map(id -> new Ontvanger(role, id)));
        required(kaart, "legalRole", "entityId");
        kaart.end();
        return ontvanger;
    }

    private static Optional<Maatregel> measure(Kaart kaart) {
        String text = kaart.text("measure");
        List<Kaart> risks = kaart.maps("risks");
        Optional<Maatregel> maatregel = Waarden.word(kaart, "measureType", MeasureType.class)
                .map(type -> new Maatregel(
                        type,
                        text,
                        risks.stream()
                                .flatMap(one -> Waarden.uri(one, "assessment").stream())
                                .toList()));
        required(kaart, "measureType", "measure");
        risks.forEach(Kaart::end);
        kaart.end();
        return maatregel;
    }

    private static Logwijze logging(Kaart kaart) {
        Kaart subjects = kaart.map("subjectLogging");
        Logwijze logging = new Logwijze(
                kaart.whole("detailLevel", 0),
                Waarden.word(subjects, "mode", SubjectLogging.class).orElse(SubjectLogging.PER_SUBJECT),
                subjects.text("motivation"),
                Waarden.uri(subjects, "dpia"),
                kaart.flag("confidential"),
                Waarden.moment(kaart, "confidentialUntil"),
                Waarden.period(kaart, "logRetentionPeriod"));
        required(subjects, "mode");
        subjects.end();
        return logging;
    }

    /// A fault for each name that is not there at all; what is there but wrong was told already.
    static void required(Kaart kaart, String... namen) {
        Stream.of(namen)
                .filter(naam -> !kaart.has(naam))
                .forEach(naam -> kaart.add(Inhoudregels.VERPLICHT, naam, "'" + naam + "' ontbreekt. Vul het in."));
    }
}

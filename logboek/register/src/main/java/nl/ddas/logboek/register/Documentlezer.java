// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.JsonValue.JsonObject;

/// Reads a whole register from YAML or JSON. The JSON Schema beside this class says the same for editors.
public final class Documentlezer {

    /// Largest document in bytes.
    public static final int MAX_BYTES = 4 << 20;

    private static final String KOP = "ldvRegister";

    private Documentlezer() {}

    /// What reading came to.
    public sealed interface Lezing {

        /// The document is good.
        record Gelezen(Registerdocument document) implements Lezing {}

        /// It cannot be used; all that is wrong, at most a hundred.
        record Geweigerd(List<Fout> fouten) implements Lezing {
            public Geweigerd {
                fouten = List.copyOf(fouten);
            }
        }
    }

    /// Reads a whole file; never fails on what is in it.
    ///
    /// @param bytes of which no more than [#MAX_BYTES] are taken
    public static Lezing read(byte[] bytes) {
        return switch (Bestandsvorm.read(bytes)) {
            case Bestandsvorm.Onleesbaar(Fout fout) -> new Lezing.Geweigerd(List.of(fout));
            case Bestandsvorm.Gelezen(JsonObject json, Fouten fouten) -> {
                Optional<Registerdocument> document = document(new Kaart(json, "", fouten), fouten);
                yield fouten.isEmpty() && document.isPresent()
                        ? new Lezing.Gelezen(document.get())
                        : new Lezing.Geweigerd(fouten.all());
            }
        };
    }

    /// The register of DDAS itself: all activities of all parties, to begin with.
    public static Registerdocument bundled() {
        return switch (read(Bundled.bytes(Documentlezer.class, "ddas-register.yaml"))) {
            case Lezing.Gelezen(Registerdocument document) -> document;
            case Lezing.Geweigerd(List<Fout> fouten) ->
                throw new IllegalStateException(
                        "the bundled register is wrong at " + fouten.getFirst().pointer());
        };
    }

    /// The JSON Schema of a document, for editors and other programs.
    public static byte[] schema() {
        return Bundled.bytes(Documentlezer.class, "ldv-register-v1.schema.json");
    }

    private static Optional<Registerdocument> document(Kaart kaart, Fouten fouten) {
        if (kaart.whole(KOP, 0) != 1) {
            kaart.add(
                    Bestandsvorm.VORM, KOP, "Verwacht is ldvRegister: 1, het nummer van deze vorm. Zet dat bovenaan.");
        }
        Optional<URI> base =
                kaart.value("base", "het adres van het register, zonder / aan het eind", Documentlezer::base);
        String title = kaart.text("title");
        Inhoudlezer.required(kaart, "base", "title");
        List<Entiteit> entiteiten = kaart.maps("entities").stream()
                .flatMap(one -> Entiteitvorm.read(one).stream())
                .toList();
        List<Activiteit> activiteiten = kaart.maps("activities").stream()
                .flatMap(one -> activity(one).stream())
                .toList();
        kaart.end();
        Optional<Registerdocument> document =
                base.map(uri -> new Registerdocument(uri, title, entiteiten, activiteiten));
        document.ifPresent(one -> Documentregels.judge(one, fouten));
        return document;
    }

    private static Optional<URI> base(String text) {
        return Waarden.uri(text).filter(uri -> !uri.isOpaque() && !text.endsWith("/"));
    }

    private static Optional<Activiteit> activity(Kaart kaart) {
        Optional<UUID> id = Waarden.uuid(kaart, "id");
        Optional<UUID> supersedes = Waarden.uuid(kaart, "supersedes");
        List<Kaart> versies = kaart.maps("versions");
        List<Inhoud> concepten = new ArrayList<>();
        List<Moment> momenten = new ArrayList<>();
        for (int i = 0; i < versies.size(); i++) {
            read(versies.get(i), i == versies.size() - 1, momenten, concepten);
        }
        Inhoudlezer.required(kaart, "id");
        if (versies.isEmpty()) {
            kaart.add(Inhoudregels.VERPLICHT, "versions", "Een activiteit heeft ten minste een versie.");
        }
        kaart.end();
        return id.filter(_ -> rise(momenten, kaart)).map(one -> {
            Activiteit activiteit = Activiteit.unstored(one);
            for (Moment moment : momenten) {
                activiteit = activiteit.with(moment.validFrom(), moment.inhoud());
            }
            if (supersedes.isPresent()) {
                activiteit = activiteit.superseding(supersedes.get());
            }
            return concepten.isEmpty() ? activiteit : activiteit.withConcept(concepten.getLast());
        });
    }

    private record Moment(Instant validFrom, Inhoud inhoud) {}

    private static void read(Kaart kaart, boolean isLast, List<Moment> momenten, List<Inhoud> concepten) {
        boolean isConcept = kaart.flag("draft");
        Optional<Instant> validFrom = Waarden.moment(kaart, "validFrom");
        Inhoud inhoud = Inhoudlezer.read(kaart);
        kaart.end();
        if (isConcept) {
            concepten.add(inhoud);
            if (!isLast) {
                kaart.add("REG-13", "draft", "Alleen de laatste versie mag een concept zijn.");
            }
            if (validFrom.isPresent()) {
                kaart.add("REG-13", "validFrom", "Een concept geldt nog niet. Haal validFrom of draft weg.");
            }
        } else {
            Inhoudlezer.required(kaart, "validFrom");
            validFrom.ifPresent(moment -> momenten.add(new Moment(moment, inhoud)));
        }
    }

    private static boolean rise(List<Moment> momenten, Kaart kaart) {
        for (int i = 1; i < momenten.size(); i++) {
            if (!momenten.get(i).validFrom().isAfter(momenten.get(i - 1).validFrom())) {
                kaart.add(
                        "REG-14",
                        "versions/" + i + "/validFrom",
                        "Elke versie begint later dan die ervoor: anders gelden er twee tegelijk.");
                return false;
            }
        }
        return true;
    }
}

// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A sound definition, to spoil. Parts are kept as YAML by their name at the top.
record Proefdefinitie(Map<String, String> delen) {

    /// A key, as YAML by name.
    record Sleutel(Map<String, String> leden) {

        static Sleutel of(String sleutel) {
            Map<String, String> leden = new LinkedHashMap<>();
            leden.put("key", sleutel);
            leden.put("location", "attributes");
            leden.put("type", "String");
            leden.put("valueType", "text");
            leden.put("reference", "none");
            leden.put("detailLevel", "1");
            leden.put("personal", "none");
            leden.put("required", "never");
            leden.put("exchange", "false");
            leden.put("summary", "Een sleutel");
            leden.put("description", "Een sleutel voor de proef.");
            leden.put("examples", "[waarde]");
            return new Sleutel(leden);
        }

        Sleutel with(String naam, String yaml) {
            Map<String, String> anders = new LinkedHashMap<>(leden);
            anders.put(naam, yaml);
            return new Sleutel(anders);
        }

        Sleutel without(String naam) {
            Map<String, String> anders = new LinkedHashMap<>(leden);
            anders.remove(naam);
            return new Sleutel(anders);
        }

        String yaml() {
            return leden.entrySet().stream()
                    .map(lid -> lid.getKey() + ": " + lid.getValue())
                    .collect(Collectors.joining("\n    ", "  - ", "\n"));
        }
    }

    private static final Bekend BEKEND = Bekend.bundled();

    static final String REGEL = """
            trace_id: 4bf92f3577b34da6a3ce929d0e0e4736
                      span_id: 00f067aa0ba902b7
                      status: Ok
                      name: Iets doen
                      start_time: 1783933200000
                      end_time: 1783933200001
                      attributes:
                        dpl.core.processing_activity_id: urn:uuid:6b1f5c1e-6f3a-4f0e-9a55-0d1a2b3c4d5e
            """;

    static final String DOC = "\n" + """
              meta:
                statusregel: Dit is een concept.
                reacties: https://voorbeeld.nl/reacties
                licentie: cc-by
                redactie: [Een redacteur]
              naam_en_beschrijving: Een extensie voor de proef.
              doel_en_nut:
                doel: De extensie laat zien hoe een goede definitie eruitziet.
                doelgroep: Makers van extensies die willen weten wat er gevraagd wordt.
                toepassingsgebieden: [Proeven]
                waarom_niet_core: De kern kent deze sleutels niet.
              technische_specificatie: De extensie voegt sleutels toe aan attributes.
              gebruiksscenarios:
                - title: Iets doen
                  text: Een organisatie doet iets en legt dat vast.
                  lines:
                    - REGEL
              beperkingen: [De extensie kan verder niets.]
              versiebeheer:
                policy: semver
                changelog: [{ version: 1.0.0, date: 2026-11-21, changes: [Eerste versie] }]
              """.indent(2).stripTrailing();

    /// Sound, with these keys below its namespace.
    static Proefdefinitie of(String naam, String... sleutels) {
        Map<String, String> delen = new LinkedHashMap<>();
        delen.put("ldvExtension", "1");
        delen.put("name", naam);
        delen.put("title", "Proef " + naam);
        delen.put("namespace", naam);
        delen.put("version", "1.0.0");
        delen.put("status", "vastgesteld");
        delen.put("language", "nl");
        delen.put("core", "{ version: \">=1.0.0 <2\" }");
        delen.put("doc", DOC.replace("REGEL", REGEL.strip()));
        delen.put("references", "[{ id: LDV, title: Logboek, href: \"https://voorbeeld.nl/ldv\" }]");
        return new Proefdefinitie(delen)
                .keys(Stream.of(sleutels)
                        .map(s -> Sleutel.of("dpl." + naam + "." + s))
                        .toArray(Sleutel[]::new));
    }

    Proefdefinitie keys(Sleutel... sleutels) {
        return with(
                "attributes", List.of(sleutels).stream().map(Sleutel::yaml).collect(Collectors.joining("", "\n", "")));
    }

    Proefdefinitie with(String deel, String yaml) {
        Map<String, String> anders = new LinkedHashMap<>(delen);
        anders.put(deel, yaml);
        return new Proefdefinitie(anders);
    }

    Proefdefinitie without(String deel) {
        Map<String, String> anders = new LinkedHashMap<>(delen);
        anders.remove(deel);
        return new Proefdefinitie(anders);
    }

    /// The YAML of a part, which must be there.
    String part(String deel) {
        return Optional.ofNullable(delen.get(deel)).orElseThrow();
    }

    /// With other words in one part, which must be there.
    Proefdefinitie replace(String deel, String wat, String erVoor) {
        String bedorven = part(deel).replace(wat, erVoor);
        if (bedorven.equals(part(deel))) {
            throw new IllegalArgumentException(deel + " does not hold " + wat);
        }
        return with(deel, bedorven);
    }

    String yaml() {
        return delen.entrySet().stream()
                .map(deel -> deel.getKey() + ": " + deel.getValue() + "\n")
                .collect(Collectors.joining());
    }

    Definitielezing read() {
        return read(delen.getOrDefault("name", "naamloos") + ".ldv-ext.yaml", yaml());
    }

    static Definitielezing read(String bestand, String yaml) {
        return Definitielezer.read(bestand, yaml.getBytes(StandardCharsets.UTF_8));
    }

    /// The report on these together.
    static Verslag check(Profiel profiel, Proefdefinitie... samen) {
        return check(profiel, Stream.of(samen).map(Proefdefinitie::read).toList());
    }

    static Verslag check(Profiel profiel, List<Definitielezing> samen) {
        return new Extensiecontrole(new Modelkern(), BEKEND, _ -> profiel).check(samen);
    }
}

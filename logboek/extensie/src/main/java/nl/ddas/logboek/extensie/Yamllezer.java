// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads bytes as one YAML 1.2 document: texts, lists and mappings only, nothing is ever constructed from a name in the
/// file. Refused: other bytes than UTF-8, more than 1 MiB, tags, more than 100 aliases, deep nesting.
///
/// Works on the events of the parser and not on its tree: the parser of events keeps a stack of its own, so that no
/// nesting of a stranger reaches ours.
final class Yamllezer {

    /// Largest file in bytes.
    static final int MAX_BYTES = 1 << 20;

    private Yamllezer() {}

    static Yamllezing read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return refused(
                    Plek.GEEN, "Het bestand is groter dan 1 MiB. Een definitie is klein; splits haar of kort haar in.");
        }
        String tekst;
        try {
            tekst = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            return refused(Plek.GEEN, "Het bestand is geen geldige UTF-8. Sla het op als UTF-8.");
        }
        return read(tekst);
    }

    private static Yamllezing read(String tekst) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(MAX_BYTES).build();
        Yamlbouw bouw = new Yamlbouw();
        try {
            for (Event event : new Parse(settings).parseString(tekst)) {
                bouw.take(event);
            }
            return bouw.finish();
        } catch (Yamlbouw.Stop stop) {
            return new Yamllezing.Onleesbaar(stop.fout());
        } catch (MarkedYamlEngineException broken) {
            Plek plek = broken.getProblemMark()
                    .or(broken::getContextMark)
                    .map(Yamlbouw::plek)
                    .orElse(Plek.GEEN);
            return refused(
                    plek, "Dit is geen geldige YAML. Kijk naar inspringing, dubbele punten en aanhalingstekens.");
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            // The last two: what the library does with escapes of characters that do not exist.
            return refused(Plek.GEEN, "Dit is geen geldige YAML: er staat een teken in dat daar niet mag.");
        }
    }

    private static Yamllezing refused(Plek plek, String melding) {
        return new Yamllezing.Onleesbaar(Leesfout.onleesbaar(plek, melding));
    }
}
